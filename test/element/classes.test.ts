import { expect } from '@open-wc/testing';
import {
  answer,
  fill,
  json,
  page,
  RECEIPT,
  send,
  show as showForm,
  tick,
  type,
  until,
} from './format-request-page.ts';
import { clear, show as showExit } from './quick-exit.helper.ts';
import { show as showCard } from './service-card.helper.ts';
import { FORMATS } from '../../src/format-request/schema/choices.ts';
import { PAGE_STYLE } from '../../src/receiver/pages/page-style.ts';
import type { Service } from '../../src/service/service.ts';

/** The classes that the documentation names under a heading. */
async function documented(heading: string): Promise<string[]> {
  const text = await (await fetch('/docs/elements.md')).text();
  const [, section = ''] = text.split(new RegExp(`^## .*${heading}.*$`, 'm'));
  const [own = ''] = section.split(/^## /m);
  const [, table = ''] = own.split('### Classes');
  const [rows = ''] = table.split('### ');
  return [...rows.matchAll(/^\| `(handrail-[\w-]+)`/gm)].map(([, name = '']) => name);
}

/** What a page may want of a part, in values that nothing has by itself. */
const WANTED = {
  color: 'rgb(1, 2, 3)',
  'background-color': 'rgb(4, 5, 6)',
  'font-size': '33px',
  'line-height': '77px',
  'letter-spacing': '3px',
  'padding-top': '17px',
  'margin-bottom': '19px',
  'box-sizing': 'content-box',
  'text-align': 'right',
};

/** The exit's colours are the custom properties' alone: a page's `a:visited` must not win over them. */
const COLOURS = ['color', 'background-color'];

/** Every class that is drawn, and those for which one rule of the page with that class did not win. */
class Trial {
  readonly seen = new Set<string>();
  readonly lost: string[] = [];

  look(root: Element | Document, names: readonly string[]): void {
    for (const name of names) {
      const properties = Object.entries(WANTED).filter(
        ([property]) => !(/exit-(link|early)/.test(name) && COLOURS.includes(property)),
      );
      const style = document.createElement('style');
      style.textContent = `.${name} { ${properties.map((each) => each.join(':')).join(';')} }`;
      const inside = root.ownerDocument ?? root;
      inside.head.prepend(style);
      for (const each of root.querySelectorAll(`.${name}`)) {
        this.seen.add(name);
        const shown = inside.defaultView?.getComputedStyle(each);
        for (const [property, value] of properties) {
          const found = shown?.getPropertyValue(property);
          if (found !== value) this.lost.push(`${name} ${property}: ${String(found)}`);
        }
      }
      style.remove();
    }
  }
}

describe('One rule of a page with one public class wins over ours', () => {
  it('for each class of the quick exit', async () => {
    const names = await documented('handrail-quick-exit');
    const before = document.createElement('p');
    before.innerHTML = '<a href="/1">1</a><a href="/2">2</a>';
    document.body.prepend(before);
    const trial = new Trial();
    const element = await showExit();
    trial.look(document.body, names);
    element.pressed(1, false);
    await element.updateComplete;
    trial.look(document.body, names);
    before.remove();
    clear();
    expect(trial.lost).to.deep.equal([]);
    expect([...trial.seen]).to.have.members(names);
  });

  it('for each class of the request form', async () => {
    const names = await documented('handrail-format-request');
    const trial = new Trial();
    const formats = FORMATS.join(' ');
    const element = await showForm(
      `purpose="statement" standing formats="${formats}" email="a@b.example"`,
      undefined,
      Array.from({ length: 21 }, (_, at) => `<a href="/${String(at)}.pdf">A${String(at)}</a>`).join(
        '',
      ),
    );
    send(element);
    await until(() => element.querySelector('.handrail-summary'));
    trial.look(page, names);
    await fill(element);
    for (const slug of FORMATS.filter((each) => each !== 'word'))
      await tick(element, 'format', slug);
    for (const slug of ['format-other', 'language-name', 'address']) type(element, slug, 'Other');
    type(element, 'phone', '07700 900123');
    answer(json(400, {}));
    send(element);
    await until(() => element.querySelector('.handrail-other-ways'));
    trial.look(page, names);
    answer(json(201, RECEIPT));
    send(element);
    await until(() => element.querySelector('.handrail-receipt'));
    trial.look(page, names);
    expect(trial.lost).to.deep.equal([]);
    expect(names.filter((name) => !trial.seen.has(name))).to.deep.equal([]);
  });

  it('for each class of the service card', async () => {
    const names = await documented('handrail-service-card');
    const trial = new Trial();
    const service = {
      alert: 'Closed next week',
      hoursDescription: 'Term time only',
      schedules: [{ byday: ['MO'], opensAt: '09:00', closesAt: '17:00' }],
      description: 'Advice',
      channels: [{ kind: 'voice', value: '020 7946 0123', cost: 'freephone' }],
      free: true,
      safety: { emergency: true },
      eligibility: [{ minimumAge: 16 }],
    } as unknown as Partial<Service>;
    const card = await showCard(service, { attributes: 'keep' });
    await until(() => card.querySelector('.handrail-card-keep'));
    trial.look(card, names);
    expect(trial.lost).to.deep.equal([]);
    expect([...trial.seen]).to.have.members(names);
  });

  it('for each class of the receiver’s pages', async () => {
    const names = await documented('The pages of the receiver');
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentDocument as Document;
    const style = inside.createElement('style');
    style.textContent = PAGE_STYLE;
    inside.head.append(style);
    inside.body.className = 'handrail-page';
    inside.body.innerHTML =
      '<div class="handrail-page-exit"><a class="handrail-exit-link" href="/leave">Leave</a></div><main class="handrail-page-main"></main>';
    const trial = new Trial();
    trial.look(inside, [...names, 'handrail-exit-link']);
    frame.remove();
    expect(trial.lost).to.deep.equal([]);
    expect([...trial.seen]).to.have.members([...names, 'handrail-exit-link']);
  });
});
