import { expect } from '@open-wc/testing';
import { fetchElements } from '../../src/script-tag/elements.ts';

let tags = 0;
/** A tag that no other test has defined. */
const newTag = (): string => `x-fetched-${String((tags += 1))}`;

/** Watches the page for one tag, and counts how often its file was asked for. */
function watch(tag: string, load: () => Promise<unknown> = async () => Promise.resolve()) {
  const asked: string[] = [];
  fetchElements({
    [tag]: () => {
      asked.push(tag);
      return load();
    },
  });
  return asked;
}

const changed = async (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

describe('The file of an element is fetched', () => {
  afterEach(() => document.body.replaceChildren());

  it('where its tag is on the page, and not where it is not', async () => {
    const tag = newTag();
    document.body.append(document.createElement(tag), document.createElement(tag));
    const [here, elsewhere] = [watch(tag), watch(newTag())];
    await changed();
    expect([here, elsewhere]).to.deep.equal([[tag], []]);
  });

  it('once it comes to the page, deep inside something, and only once', async () => {
    const tag = newTag();
    const asked = watch(tag);
    const around = document.createElement('div');
    around.append(document.createElement(tag));
    document.body.append(around);
    await changed();
    document.body.append(document.createElement(tag));
    await changed();
    expect(asked).to.deep.equal([tag]);
  });

  it('where it stands in an open shadow root, now or later', async () => {
    const [now, later] = [newTag(), newTag()];
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement(now));
    document.body.append(host);
    const asked = [watch(now), watch(later)];
    root.append(document.createElement(later));
    await changed();
    expect(asked).to.deep.equal([[now], [later]]);
  });

  it('where it stands in the shadow root of an element that is defined later', async () => {
    const [tag, outer] = [newTag(), newTag()];
    document.body.append(document.createElement(outer));
    const asked = watch(tag);
    customElements.define(
      outer,
      class extends HTMLElement {
        connectedCallback(): void {
          this.attachShadow({ mode: 'open' }).append(document.createElement(tag));
        }
      },
    );
    await changed();
    expect(asked).to.deep.equal([tag]);
  });

  it('not where the page has the element already, from npm for one', async () => {
    const tag = newTag();
    customElements.define(tag, class extends HTMLElement {});
    document.body.append(document.createElement(tag));
    const asked = watch(tag);
    await changed();
    expect(asked).to.deep.equal([]);
  });

  it('and where it cannot be had, the console says why and the markup stays', async () => {
    const tag = newTag();
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => said.push(text);
    const element = document.createElement(tag);
    element.textContent = 'The author’s';
    document.body.append(element);
    watch(tag, async () => Promise.reject(new Error('a.js did not load')));
    await changed();
    console.warn = warn;
    expect(said).to.deep.equal([
      'Handrail: a.js did not load. What needs it stays as its author wrote it.',
    ]);
    expect(element.isConnected && element.textContent).to.equal('The author’s');
  });
});
