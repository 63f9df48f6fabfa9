import { expect } from '@open-wc/testing';
import { FORMATS } from '../../src/format-request/schema/choices.ts';
import {
  answer,
  fill,
  json,
  page,
  RECEIPT,
  send,
  show,
  tick,
  type,
  until,
} from './format-request-page.ts';

/** What no page may have its way with: docs/host-styles.md lists the ways. */
const HOSTILE = {
  appearance: 'textfield',
  'background-color': 'rgb(4, 5, 6)',
  'background-image': 'linear-gradient(red, blue)',
  'border-top': '9px dotted rgb(7, 8, 9)',
  'box-shadow': '0 0 9px red',
  'clip-path': 'circle(0)',
  color: 'rgb(1, 2, 3)',
  columns: '2',
  display: 'inline-flex',
  filter: 'opacity(0.1)',
  float: 'right',
  'font-family': 'monospace',
  'font-size': '9px',
  'font-weight': '100',
  height: '9px',
  left: '-999px',
  'letter-spacing': '9px',
  'line-height': '9px',
  margin: '9px',
  'max-height': '9px',
  'max-width': '9px',
  'min-width': '900px',
  opacity: '0',
  padding: '9px',
  'pointer-events': 'none',
  position: 'absolute',
  'text-align': 'right',
  'text-indent': '9px',
  'text-transform': 'uppercase',
  transform: 'scale(0.1)',
  visibility: 'hidden',
  width: '9px',
  'white-space': 'nowrap',
};
const PROPERTIES = Object.keys(HOSTILE);
const block = (properties: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(properties)
    .map((each) => each.join(':'))
    .join(';')} }`;

/** What of those properties an element has. */
function styles(element: Element, pseudo: string, names: readonly string[]): string[] {
  const seen = getComputedStyle(element, pseudo);
  return names.map((name) => `${name}: ${seen.getPropertyValue(name)}`);
}

/** What changes of some elements when the page has more rules. */
function changes(
  found: readonly Element[],
  rules: string,
  names: (element: Element) => readonly string[] = () => PROPERTIES,
): string[] {
  const all = (): string[] =>
    found.flatMap((element) =>
      [
        ...styles(element, '', names(element)),
        ...styles(element, '::before', ['content']),
        ...styles(element, '::after', ['content']),
      ].map((each) => `${element.localName}.${element.className} ${each}`),
    );
  const style = document.createElement('style');
  const before = all();
  style.textContent = rules;
  document.head.append(style);
  const after = all();
  style.remove();
  return after.flatMap((each, index) =>
    each === before[index] ? [] : `${each}, not ${before[index] ?? ''}`,
  );
}

/** Runs a look at the form with its errors, with its failure and with its receipt. */
async function throughAllStates(look: (element: Element) => void): Promise<void> {
  const element = await show(
    `purpose="statement" standing formats="${FORMATS.join(' ')}" email="a@b.example"`,
    undefined,
    '<a href="/a.pdf">A</a><a href="/b.pdf">B</a>',
  );
  send(element);
  await until(() => element.querySelector('.handrail-summary'));
  look(element);
  await fill(element);
  for (const slug of FORMATS.filter((each) => each !== 'word')) await tick(element, 'format', slug);
  for (const slug of ['format-other', 'language-name', 'address']) type(element, slug, 'Other');
  type(element, 'phone', '07700 900123');
  answer(json(400, {}));
  send(element);
  await until(() => element.querySelector('.handrail-other-ways'));
  look(element);
  answer(json(201, RECEIPT));
  send(element);
  await until(() => element.querySelector('.handrail-receipt'));
  look(element);
}

const parts = (): Element[] => [...page.querySelectorAll('[data-handrail-ui] *:not(a)')];

describe('A page’s own rules', () => {
  it('for elements, however long, change nothing of the form but its links', async () => {
    const lost: string[] = [];
    await throughAllStates(() => {
      const tags = [...new Set(parts().map(({ localName }) => localName))];
      const within = (pseudo = ''): string =>
        tags.map((tag) => `main handrail-format-request form div ${tag}${pseudo}`).join(',');
      lost.push(
        ...changes(
          parts(),
          `${within()} ${block(HOSTILE)} ${within('::before')},${within('::after')} { content: 'x' }`,
        ),
      );
    });
    expect(lost.join('\n')).to.equal('');
  });

  it('for attributes and states change nothing of a box to tick, nor of its label', async () => {
    const lost: string[] = [];
    await throughAllStates(() => {
      const boxes = parts().filter((each) => each.matches('[type=checkbox], [type=radio]'));
      const labels = boxes.map((each) => each.nextElementSibling as Element);
      const box = ':is([type=checkbox], [type=radio]):not(.a):is(:checked, :not(:checked))';
      const both = `${box}, ${box} + label[for]`;
      lost.push(
        ...changes(
          [...boxes, ...labels],
          `${both} ${block(HOSTILE)} :is(${both})::after { content: 'x' }`,
        ),
      );
    });
    expect(lost.join('\n')).to.equal('');
  });

  it('for attributes hide, move and squeeze nothing that is typed into or pressed', async () => {
    const guarded = [
      'clip-path',
      'filter',
      'float',
      'opacity',
      'pointer-events',
      'position',
      'transform',
      'visibility',
    ];
    const typed = ['appearance', 'background-image', 'border-top', 'display', 'text-transform'];
    const own: Readonly<Record<string, readonly string[]>> = {
      button: ['display'],
      input: typed,
      textarea: typed,
    };
    const rule = `:is([name], [type], [role]):not(.a) ${block({ ...HOSTILE, color: 'inherit' })}`;
    const lost: string[] = [];
    await throughAllStates(() => {
      const found = parts().filter((each) => each.matches('[name], [type], [role]'));
      lost.push(
        ...changes(found, rule, ({ localName }) => [...guarded, ...(own[localName] ?? [])]),
      );
      const style = document.createElement('style');
      style.textContent = `.handrail-input${rule}`;
      document.head.append(style);
      for (const each of found) {
        if (!each.matches('.handrail-input') || !each.checkVisibility()) continue;
        const { width, height } = each.getBoundingClientRect();
        if (width < 100 || height < 44) lost.push(`${each.id} has ${String([width, height])}`);
      }
      style.remove();
    });
    expect(lost.join('\n')).to.equal('');
  });

  it('for one class win over what is guarded too, where they say !important', async () => {
    const lost: string[] = [];
    await throughAllStates(() => {
      const classed = parts().filter(({ className }) => className);
      const names = [...new Set(classed.flatMap(({ classList }) => [...classList]))];
      const style = document.createElement('style');
      style.textContent = names
        .map((name) => `.${name} { opacity: 0.5 !important; position: relative !important }`)
        .join('');
      document.head.append(style);
      for (const element of classed) {
        const { opacity, position } = getComputedStyle(element);
        if (opacity !== '0.5' || position !== 'relative')
          lost.push(`${element.className} ${opacity} ${position}`);
      }
      style.remove();
    });
    expect(lost.join('\n')).to.equal('');
  });
});
