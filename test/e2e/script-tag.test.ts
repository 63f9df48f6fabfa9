import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { PAGES, pathsOf } from '../../scripts/sizes.ts';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { CARD, EXIT, FORM, LATER, ScriptSite, TAGS } from './script-site.ts';
import type { Case, State } from './script-site.ts';
import { until } from './screen.ts';

const { version: VERSION } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
};
const hashes = JSON.parse(
  readFileSync(new URL('../../dist/sri.json', import.meta.url), 'utf8'),
) as Record<string, string>;

const script = readFileSync(new URL('../../dist/handrail.min.js', import.meta.url), 'utf8');

const is = (name: string) => (file: string) => file.startsWith(`handrail-${name}-`);
const fetched = (file: string): boolean => /-[\w-]{8}\.min\.js$/.test(file);
const tamper = (content: string): string => `${content}\nself.tampered = true;`;

/** A script tag of handrail.min.js, with attributes and a file's name of its own. */
const tag = (attributes: string, file = 'handrail.min.js'): string =>
  `<script ${attributes} src="{files}/${file}"></script>`;
const guard = (attributes = ''): string => tag(attributes, 'handrail-guard.min.js');
const integrity = (file: string): string => `integrity="${hashes[file] ?? ''}"`;

const STRICT = "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; ";
const typed = (names: string): string =>
  `${STRICT} script-src 'self'; require-trusted-types-for 'script'; trusted-types ${names}`;

const FOLDER = 'data-handrail-files-url="{files}"';
const MOVED = `${guard()}<script defer src="{files}/assets/site.js"></script>`;

/** The script under another name, in a folder that has no other file of ours, with other code around it. */
const assets = (name: string, content: string): string | undefined => {
  if (!name.startsWith('assets/')) return content;
  return name === 'assets/site.js' ? `self.site = 1;\n${script}` : undefined;
};

const CASES: Readonly<Record<string, Case>> = {
  'an exit': { scripts: TAGS, body: EXIT },
  'an exit and cards': { scripts: TAGS, body: EXIT + CARD },
  'an exit and cards of services with languages, prices or waiting times': {
    scripts: TAGS,
    body: EXIT + CARD.replace('#a', '#b'),
  },
  'an exit and a form': { scripts: TAGS, body: EXIT + FORM },
  'an exit, cards and a form': { scripts: TAGS },
  'no elements': { scripts: TAGS, body: '' },
  async: { scripts: guard() + tag('async') },
  'a module': { scripts: guard() + tag('type="module"') },
  'at the end': { scripts: '', body: EXIT + CARD + FORM + guard() + tag('') },
  'no guard': { scripts: tag('defer') },
  'with integrity': {
    scripts:
      guard(integrity('handrail-guard.min.js')) + tag(`defer ${integrity('handrail.min.js')}`),
  },
  'another site': {
    scripts: TAGS.replaceAll('{files}', '{elsewhere}{files}'),
    policy: `${STRICT} script-src 'self' {elsewhere}`,
  },
  'a tampered card': {
    scripts: TAGS,
    files: (name, content) => (is('service-card')(name) ? tamper(content) : content),
  },
  'a tampered form': {
    scripts: TAGS,
    files: (name, content) => (is('format-request')(name) ? tamper(content) : content),
  },
  'tampered, and shared': {
    scripts: TAGS,
    files: (name, content) => (is('shared')(name) ? tamper(content) : content),
  },
  'a tampered guard': {
    scripts: tag('defer'),
    files: (name, content) => (name === 'handrail-guard.min.js' ? tamper(content) : content),
  },
  'a missing file': {
    scripts: TAGS,
    files: (name, content) => (is('format-request')(name) ? undefined : content),
  },
  'no reply': {
    scripts: TAGS,
    files: (name, content) => (is('reply')(name) ? undefined : content),
  },
  'a slow reply': {
    scripts: TAGS,
    files: (name, content) => (is('reply')(name) ? LATER : content),
  },
  'no details': {
    scripts: TAGS,
    body: EXIT + CARD.replace('#a', '#b'),
    files: (name, content) => (is('details')(name) ? undefined : content),
  },
  'tampered details': {
    scripts: TAGS,
    body: EXIT + CARD.replace('#a', '#b'),
    files: (name, content) => (is('details')(name) ? tamper(content) : content),
  },
  'slow details': {
    scripts: TAGS,
    body: EXIT + CARD.replace('#a', '#b'),
    files: (name, content) => (is('details')(name) ? LATER : content),
  },
  'other files': {
    scripts: TAGS,
    files: (name, content) => (fetched(name) ? undefined : content),
  },
  'a slow file': {
    scripts: TAGS,
    files: (name, content) => (is('service-card')(name) ? LATER : content),
  },
  bundled: { scripts: MOVED, files: assets },
  'bundled, with a folder': {
    scripts: MOVED.replace('defer', `defer ${FOLDER}`),
    files: assets,
  },
  'bundled, with a folder on another tag': {
    scripts: `${MOVED}<script ${FOLDER}></script>`,
    files: assets,
  },
  inlined: { scripts: `${guard()}<script type="module">{content:handrail.min.js}</script>` },
  'inlined, with a folder': {
    scripts: `${guard()}<script type="module" ${FOLDER}>{content:handrail.min.js}</script>`,
  },
  'a nonce': {
    scripts: guard('nonce="abc"') + tag('nonce="abc" defer'),
    policy: `${STRICT} script-src 'nonce-abc'`,
  },
  'strict-dynamic': {
    scripts: guard('nonce="abc"') + tag('nonce="abc" defer'),
    policy: `${STRICT} script-src 'nonce-abc' 'strict-dynamic'`,
  },
  'hashes of all files': {
    scripts:
      guard(integrity('handrail-guard.min.js')) + tag(`defer ${integrity('handrail.min.js')}`),
    policy: `${STRICT} script-src 'nonce-abc' ${Object.values(hashes)
      .map((hash) => `'${hash}'`)
      .join(' ')}`,
  },
  'a policy that forbids the other files': {
    scripts: TAGS,
    policy: `${STRICT} script-src 'nonce-abc' {site}{files}/handrail-guard.min.js {site}{files}/handrail.min.js`,
  },
  'Trusted Types': { scripts: TAGS, policy: typed('handrail lit-html') },
  'Trusted Types without ours': { scripts: TAGS, policy: typed('lit-html') },
  'Trusted Types without Lit’s': { scripts: TAGS, policy: typed('handrail') },
  'two copies': { scripts: TAGS + tag('defer', 'handrail.min.js?again') },
  'two versions': {
    scripts: TAGS + tag('defer', 'site.js'),
    files: (name, content) => (name === 'site.js' ? script.replaceAll(VERSION, '9.9.9') : content),
  },
};

const WHOLE = ['exit', 'card', 'form', 'guard'];
const drew =
  (...names: string[]) =>
  ({ drawn }: State): boolean =>
    names.every((name) => drawn.includes(name));
const warned =
  (count = 1) =>
  ({ warnings }: State): boolean =>
    warnings.length >= count;
/** Nothing was thrown, nothing of a stranger's has run, and what is drawn is this and no more. */
function assertSound({ errors, tampered, drawn }: State, expected: readonly string[]): void {
  assert.deepEqual(errors, []);
  assert.equal(tampered, false);
  assert.deepEqual([...drawn].sort(), [...expected].sort());
}

/** In which a page as it should be is drawn whole, and nothing is said. */
const SOUND = [
  'async',
  'a module',
  'at the end',
  'no guard',
  'with integrity',
  'another site',
  'bundled, with a folder',
  'bundled, with a folder on another tag',
  'inlined, with a folder',
  'a nonce',
  'strict-dynamic',
  'hashes of all files',
  'Trusted Types',
];

for (const engine of ENGINES) {
  describe(`The script’s files in ${engine}`, () => {
    let site: ScriptSite;
    let browser: RealBrowser;
    before(async () => {
      site = await ScriptSite.start(CASES);
      browser = await RealBrowser.open(engine, `${site.address}/page?start`);
    });
    after(async () => {
      await browser.close();
      await site.stop();
    });

    for (const { page, loads, later = [] } of PAGES) {
      it(`that a page with ${page} asks for are those that docs/sizes.md adds up`, async () => {
        const names = WHOLE.filter((name) => page.includes(name));
        const state = await site.open(page, drew(...names));
        assert.deepEqual(state.warnings, []);
        assertSound(state, [...names, 'guard']);
        for (const file of later)
          await until(`the file ${file}`, () => site.asked.get(page)?.some(is(file)));
        const scripts = pathsOf({ loads: [...loads, ...later] })
          .map((path) => path.replace('dist/', ''))
          .filter((path) => path.endsWith('.js'));
        assert.deepEqual(site.asked.get(page)?.sort(), scripts.sort());
      });
    }

    for (const name of SOUND) {
      it(`come, and the elements are drawn: ${name}`, async () => {
        const state = await site.open(name, drew(...WHOLE));
        assert.deepEqual(state.warnings, []);
        assertSound(state, WHOLE);
      });
    }

    it('come for an element that is added later', async () => {
      await site.open('no elements', drew('guard'));
      const before = site.asked.get('no elements')?.length;
      assert.equal(before, 2);
      site.order('add');
      await until('the card’s file', () => site.asked.get('no elements')?.some(is('service-card')));
    });

    it('never run where they were tampered with: the author’s markup stays, and the rest works', async () => {
      for (const [name, rest, authors] of [
        ['a tampered card', ['exit', 'form', 'guard'], 0],
        ['a tampered form', ['exit', 'card', 'guard'], 1],
      ] as const) {
        const state = await site.open(name, (now) => warned()(now) && drew(...rest)(now));
        assertSound(state, rest);
        assert.equal(state.authors[authors], true);
        assert.equal(state.warnings.length, 1);
        assert.match(
          state.warnings[0] ?? '',
          /handrail-(service-card|format-request)-.* did not load: .* or it is not version 0\.1\.0’s/,
        );
      }
      await site.send('a tampered form');
    });

    it('never run where what they share was tampered with', async () => {
      const state = await site.open(
        'tampered, and shared',
        (now) => warned()(now) && drew('exit')(now),
      );
      assertSound(state, ['exit', 'guard']);
      assert.equal(state.warnings.length, 1);
      assert.deepEqual(state.authors, [true, true]);
      await site.send('tampered, and shared');
    });

    it('never run where the guard was tampered with: the exit is drawn all the same', async () => {
      const rest = ['exit', 'card', 'form'];
      const state = await site.open('a tampered guard', drew(...rest));
      assertSound(state, rest);
      assert.match(
        state.warnings.join('\n'),
        /^Handrail: .*handrail-guard\.min\.js did not load: .*plain link\.$/,
      );
    });

    it('are told of where one is missing, and where all are another version’s', async () => {
      const one = await site.open(
        'a missing file',
        (now) => warned()(now) && drew('exit', 'card')(now),
      );
      assertSound(one, ['exit', 'card', 'guard']);
      assert.match(
        one.warnings.join('\n'),
        /^Handrail: .*handrail-format-request-.* did not load: it is missing, .*$/,
      );
      await site.send('a missing file');
      const all = await site.open('other files', warned());
      assertSound(all, ['exit', 'guard']);
      assert.deepEqual(all.authors, [true, true]);
    });

    it('send the form as a browser does, once and whole, where the one that answers is missing', async () => {
      const state = await site.open(
        'no reply',
        (now) => warned()(now) && drew('exit', 'card', 'form')(now),
      );
      assertSound(state, WHOLE);
      assert.match(state.warnings.join('\n'), /handrail-reply-.* sent as one without a script\.$/);
      await site.send('no reply', 'twice');
      assert.equal(site.asked.get('no reply')?.filter((one) => one === '/requests').length, 1);
      assert.equal(site.sent.get('document-other'), 'The plan');
      assert.match(site.sent.get('_key') ?? '', /^[\da-f]{32}$/);
      assert.equal(site.sent.get('_lang'), 'en-GB');
    });

    it('have a form that is sent before the one that answers is there wait for it', async () => {
      await site.open('a slow reply', drew(...WHOLE));
      await until('the file', () => site.asked.get('a slow reply')?.some(is('reply')));
      site.order('twice');
      const waiting = await site.reaches('a slow reply', ({ status }) => status !== '');
      assert.equal(waiting.status, 'Sending your request…');
      site.release();
      const answered = await site.reaches('a slow reply', ({ status }) => status === '');
      // The answers are looked at as ever, and some are missing.
      assert.equal(answered.summaries, 1);
      assert.deepEqual(answered.warnings, []);
      assert.equal(site.asked.get('a slow reply')?.includes('/requests'), false);
    });

    for (const name of ['no details', 'tampered details']) {
      it(`leave a card beside what its author wrote where a part of it cannot be had: ${name}`, async () => {
        const state = await site.open(name, (now) => warned()(now) && drew('exit', 'card')(now));
        assertSound(state, ['exit', 'card', 'guard']);
        assert.equal(state.authors[0], true);
        assert.equal(state.warnings.length, 1);
        assert.match(state.warnings[0] ?? '', /handrail-details-.* did not load: .* goes without/);
      });
    }

    it('leave what the author wrote in its place until a card has all that it shows', async () => {
      await site.open('slow details', drew('exit'));
      await until('the file', () => site.asked.get('slow details')?.some(is('details')));
      const waiting = await site.reaches('slow details', ({ fetching }) => fetching === 1);
      assertSound(waiting, ['exit', 'guard']);
      assert.equal(waiting.authors[0], true);
      site.release();
      const drawn = await site.reaches('slow details', drew('card'));
      assert.deepEqual([drawn.authors[0], drawn.warnings], [false, []]);
    });

    it('are told of where one takes more than 10 seconds, and then it takes nothing over', async () => {
      await site.open('a slow file', drew('exit', 'form'));
      await until('the card’s file', () => site.asked.get('a slow file')?.some(is('service-card')));
      // Only the card's is waited for then.
      await until('the reply’s file', () => site.asked.get('a slow file')?.some(is('reply')));
      await site.reaches('a slow file', ({ fetching }) => fetching === 1);
      site.order('late');
      const late = await site.reaches('a slow file', warned());
      assert.match(late.warnings.join('\n'), /^Handrail: .* did not load within 10 seconds: .*$/);
      site.release();
      // What is added now is drawn by nothing: the file has come, and is not heard.
      site.order('add');
      const after = await site.reaches('a slow file', warned());
      assertSound(after, ['exit', 'form', 'guard']);
      assert.equal(after.authors[0], true);
    });

    for (const name of ['bundled', 'inlined']) {
      it(`are not found by a script that is ${name}, and a sentence says what to set`, async () => {
        const state = await site.open(name, (now) => warned()(now) && drew('exit')(now));
        assertSound(state, ['exit', 'guard']);
        assert.match(
          state.warnings[0] ?? '',
          /needs the folder of its other files in data-handrail-files-url on a script tag/,
        );
        assert.deepEqual(state.authors, [true, true]);
        await site.send(name);
      });
    }

    it('are told of where a policy forbids them', async () => {
      const name = 'a policy that forbids the other files';
      const state = await site.open(name, (now) => warned()(now) && drew('exit')(now));
      assertSound(state, ['exit', 'guard']);
      assert.match(state.warnings[0] ?? '', /a policy forbids it/);
    });

    for (const name of ['Trusted Types without ours', 'Trusted Types without Lit’s']) {
      it(`are told of where the page’s policy forbids a name: ${name}`, async () => {
        const state = await site.open(
          name,
          (now) => drew('exit')(now) && (now.trusted ? warned()(now) : drew(...WHOLE)(now)),
        );
        assertSound(state, state.trusted ? ['exit', 'guard'] : WHOLE);
        if (state.trusted) {
          assert.equal(state.warnings.length, 1);
          assert.match(
            state.warnings[0] ?? '',
            /policy has to allow "trusted-types handrail lit-html"/,
          );
          await site.send(name);
        }
      });
    }

    it('come once where the page has two copies of the script, and once where it has two versions', async () => {
      const copies = await site.open('two copies', (now) => warned()(now) && drew(...WHOLE)(now));
      assertSound(copies, WHOLE);
      assert.deepEqual(copies.warnings, [
        'Handrail: this page loads handrail.min.js twice. The first is in use: remove one of the two tags.',
      ]);
      const versions = await site.open(
        'two versions',
        (now) => warned()(now) && drew(...WHOLE)(now),
      );
      assertSound(versions, WHOLE);
      assert.match(
        versions.warnings.join('\n'),
        /^Handrail: .* 0\.1\.0 and 9\.9\.9\. The first is in use/,
      );
      const asked = site.asked.get('two versions') ?? [];
      assert.equal(asked.filter(fetched).length, new Set(asked.filter(fetched)).size);
    });
  });
}
