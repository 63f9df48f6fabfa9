import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { demoServer, PATHS } from '../../demo/server.ts';
import { GOOD_FORM } from './receiver-helpers.ts';

/** How words of the subject begin, in each language of the demonstration. */
const SUBJECT = new RegExp(
  [
    'sex|rape|violen|abus|assault|harass|surviv|victim|haven|crisis|refuge|domestic|danger|safe|hurt',
    'rhyw|trais|treis|cam-?dri|ymosod|aflonydd|oroes|dioddef|argyfwng|lloches|perygl|diogel',
    'جنس|عنف|اغتصاب|اعتداء|تحرش|ناج|ضحي|أزم|ملجأ|خطر|آمن',
  ].join('|'),
  'i',
);

const server = demoServer(':memory:');
let address = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
after(() => new Promise((resolve) => server.close(resolve)));

async function html(path: string, init?: RequestInit): Promise<string> {
  const response = await fetch(address + path, init);
  assert.match(response.headers.get('Content-Type') ?? '', /^text\/html/, path);
  return response.text();
}

/** Every value that a pattern finds on any of the demonstration's own pages. */
async function found(pattern: RegExp): Promise<string[]> {
  const pages = await Promise.all(PATHS.map((path) => html(path)));
  const values = pages.flatMap((page) =>
    [...page.matchAll(pattern)].map(([, value = '']) => value),
  );
  return [...new Set(values)];
}

/** What a browser shows of a page without showing the page: in tabs, histories, bookmarks and previews. */
function outside(page: string): string[] {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(page) ?? [];
  const metas = [...page.matchAll(/<meta\s[^>]*content="([^"]*)"/g)].map(
    ([, content = '']) => content,
  );
  return [title.trim(), ...metas];
}

function checkTab(page: string, name: string): void {
  const [title, ...metas] = outside(page);
  assert.notEqual(title, '', name);
  for (const words of [title ?? '', ...metas]) assert.doesNotMatch(words, SUBJECT, name);
}

describe('What the demonstration shows in a tab', () => {
  it('names nothing of the subject, on any of its pages', async () => {
    assert.ok(PATHS.length > 6);
    for (const path of PATHS) checkTab(await html(path), path);
  });

  it('names nothing of the subject on the pages that the receivers answer with', async () => {
    const receivers = await found(/<form method="post" action="([^"]+)"/g);
    assert.equal(receivers.length, 2);
    for (const path of receivers) {
      checkTab(await html(`${path}/nothing`), `${path}/nothing`);
      for (const language of ['en', 'cy', 'ar']) {
        const name = `${path} in ${language}`;
        const post = (fields: [string, string][]): RequestInit => ({
          method: 'POST',
          body: new URLSearchParams([...fields, ['_lang', language]]),
        });
        checkTab(await html(path, post([])), name);
        // A fetch follows to the receipt.
        checkTab(await html(path, post(GOOD_FORM)), name);
      }
    }
  });

  it('names nothing of the subject where a document is opened', async () => {
    const documents = await found(/href="(\/documents\/[^"]+)"/g);
    assert.equal(documents.length, 4);
    for (const path of documents) {
      assert.doesNotMatch(path, SUBJECT);
      const response = await fetch(address + path);
      const file = Buffer.from(await response.arrayBuffer()).toString('latin1');
      const [, title = ''] = /\/Title \(([^)]*)\)\s*\/Creator/.exec(file) ?? [];
      assert.notEqual(title, '', path);
      assert.doesNotMatch(title, SUBJECT, path);
    }
  });

  it('would be seen to name it: the pages themselves do, in each language', async () => {
    for (const path of ['/borough', '/borough/cy', '/borough/ar', '/nhs']) {
      const [, heading = ''] = /<h1[^>]*>([^<]*)<\/h1>/.exec(await html(path)) ?? [];
      assert.match(heading, SUBJECT, path);
    }
  });
});

describe('Every page of the demonstration', () => {
  it('has an exit, and leads to the page on staying safe online', async () => {
    for (const path of PATHS) {
      const [, inside] =
        /<handrail-quick-exit[^>]*>(.*?)<\/handrail-quick-exit/s.exec(await html(path)) ?? [];
      const [exit, next] = [...(inside ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      assert.equal(exit, 'https://www.bbc.co.uk/weather', path);
      assert.equal(next, path === '/safety' ? undefined : '/safety', path);
    }
  });
});
