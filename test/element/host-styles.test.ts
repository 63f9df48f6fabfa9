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

/** What changes of each element when the page has one more rule for it. */
function changes(
  found: readonly Element[],
  rule: (element: Element) => string,
  names: readonly string[] = PROPERTIES,
): string[] {
  return found.flatMap((element) => {
    const style = document.createElement('style');
    const all = (): string[] => [
      ...styles(element, '', names),
      ...styles(element, '::before', ['content']),
      ...styles(element, '::after', ['content']),
    ];
    const before = all();
    style.textContent = rule(element);
    document.head.append(style);
    const after = all();
    style.remove();
    const name = `${element.localName}.${element.className}`;
    return after.flatMap((each, index) =>
      each === before[index] ? [] : `${name} ${each}, not ${before[index] ?? ''}`,
    );
  });
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
  for (const slug of FORMATS.filter((each) => each !== 'braille'))
    await tick(element, 'format', slug);
  for (const slug of ['format-other', 'language-name']) type(element, slug, 'Other');
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
      const rule = ({ localName }: Element): string =>
        `main handrail-format-request form div ${localName} ${block(HOSTILE)}
         main handrail-format-request form div ${localName}::before,
         main handrail-format-request form div ${localName}::after { content: 'x' }`;
      lost.push(...changes(parts(), rule));
    });
    expect(lost.join('\n')).to.equal('');
  });

  it('for attributes and states change nothing of a box to tick, nor of its label', async () => {
    const lost: string[] = [];
    await throughAllStates(() => {
      const boxes = parts().filter((each) => each.matches('[type=checkbox], [type=radio]'));
      const states = ':not(.a):not(.b):is(:checked, :not(:checked))';
      const rule = ({ localName }: Element): string =>
        localName === 'label'
          ? `[type]${states} + label[for] ${block(HOSTILE)} [type]${states} + label[for]::after { content: 'x' }`
          : `[type]${states} ${block(HOSTILE)} [type]${states}::after { content: 'x' }`;
      const labels = boxes.map((each) => each.nextElementSibling as Element);
      lost.push(...changes([...boxes, ...labels], rule));
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
    const own: Readonly<Record<string, readonly string[]>> = {
      button: ['display'],
      input: ['appearance', 'background-image', 'border-top', 'display', 'text-transform'],
      textarea: ['appearance', 'background-image', 'border-top', 'display', 'text-transform'],
    };
    const uncoloured = { ...HOSTILE, color: 'inherit' };
    const lost: string[] = [];
    await throughAllStates(() => {
      for (const element of parts().filter((each) => each.matches('[name], [type], [role]'))) {
        const names = [...guarded, ...(own[element.localName] ?? [])];
        const rule = (): string =>
          `${element.localName}:is([name], [type], [role]):not(.a) ${block(uncoloured)}`;
        lost.push(...changes([element], rule, names));
        if (!(element instanceof HTMLElement) || !element.matches('.handrail-input')) continue;
        const style = document.createElement('style');
        style.textContent = rule();
        document.head.append(style);
        if (element.checkVisibility()) {
          const { width, height } = element.getBoundingClientRect();
          if (width < 100 || height < 44) lost.push(`${element.id} has ${String([width, height])}`);
        }
        style.remove();
      }
    });
    expect(lost.join('\n')).to.equal('');
  });

  it('for one class win over what is guarded too, where they say !important', async () => {
    const lost: string[] = [];
    await throughAllStates(() => {
      for (const element of parts().filter(({ className }) => className)) {
        const [name = ''] = element.classList;
        const style = document.createElement('style');
        style.textContent = `.${name} { opacity: 0.5 !important; position: relative !important; float: left !important }`;
        document.head.append(style);
        const { opacity, position } = getComputedStyle(element);
        if (opacity !== '0.5' || position !== 'relative')
          lost.push(`${name} ${opacity} ${position}`);
        style.remove();
      }
    });
    expect(lost.join('\n')).to.equal('');
  });
});
