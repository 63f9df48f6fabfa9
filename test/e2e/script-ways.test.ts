import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ENGINES, RealBrowser } from './real-browser.ts';
import { CARD, EXIT, FORM, ScriptSite, TAGS } from './script-site.ts';
import type { Case, State } from './script-site.ts';

const GUARD = '<script src="{files}/handrail-guard.min.js"></script>';
const FOLDER = '<script data-handrail-files-url="{files}"></script>';
const BODY = EXIT + CARD + FORM;

/** Loads the script from an address that has no folder: it was put together in the page. */
const MADE = (address: string): string => `${GUARD}<script type="module">
  const code = await (await fetch('{files}/handrail.min.js')).text();
  const script = document.createElement('script');
  script.src = ${address};
  document.head.append(script);
</script>`;
const BLOB = MADE(`URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))`);
const DATA = MADE(`'data:text/javascript,' + encodeURIComponent(code)`);

const IMPORTED = `${GUARD}<script type="importmap">{"imports":{"handrail":"{files}/handrail.min.js"}}</script>
  <script type="module">import 'handrail';</script>`;

const SHADOW = `<div><template shadowrootmode="open">
  <script src="{files}/handrail.min.js"></script></template></div>`;

/** The ways in which a page may load the script, and in which all of it is drawn. */
const WHOLE: Readonly<Record<string, Case>> = {
  'by a script that inserts its tag': {
    scripts: `${GUARD}<script>
      const tag = document.createElement('script');
      tag.src = '{files}/handrail.min.js';
      document.head.append(tag);
    </script>`,
  },
  'by document.write': {
    scripts: `${GUARD}<script>document.write('<script src="{files}/handrail.min.js"><\\/script>')</script>`,
  },
  'by a tag that is there before its elements': {
    scripts: `${GUARD}<script src="{files}/handrail.min.js"></script>`,
  },
  'with a preload': {
    scripts: `<link rel="preload" as="script" href="{files}/handrail.min.js">${TAGS}`,
  },
  'with a modulepreload': {
    scripts: `<link rel="modulepreload" href="{files}/handrail.min.js">
      ${GUARD}<script type="module" src="{files}/handrail.min.js"></script>`,
  },
  'on a page with another base': { scripts: `<base href="/elsewhere/">${TAGS}` },
  'by an import map, with a folder': { scripts: FOLDER + IMPORTED },
  'from a blob, with a folder': { scripts: FOLDER + BLOB },
  'from a data address, with a folder': { scripts: FOLDER + DATA },
  'in a shadow root, with a folder': { scripts: GUARD + FOLDER, body: SHADOW + BODY },
};

/** The ways in which nobody can tell where the script's other files are. */
const LOST: Readonly<Record<string, Case>> = {
  'by an import map': { scripts: IMPORTED },
  'from a blob': { scripts: BLOB },
  'from a data address': { scripts: DATA },
  'in a shadow root': { scripts: GUARD, body: SHADOW + BODY },
};

/** What never runs: the page is as its author wrote it. */
const STILL: Readonly<Record<string, Case>> = {
  'in a template': { scripts: '', body: `<template>${TAGS}</template>${BODY}` },
  'as text that a script has set': {
    scripts: '',
    body: `${BODY}<p></p><script>document.querySelector('p').innerHTML =
      '<script src="{files}/handrail.min.js"><\\/script>';</script>`,
  },
};

const drew =
  (...names: string[]) =>
  ({ drawn }: State): boolean =>
    names.every((name) => drawn.includes(name));

for (const engine of ENGINES) {
  describe(`The script, loaded in ${engine}`, () => {
    let site: ScriptSite;
    let browser: RealBrowser;
    before(async () => {
      site = await ScriptSite.start({ ...WHOLE, ...LOST, ...STILL });
      browser = await RealBrowser.open(engine, `${site.address}/page?start`);
    });
    after(async () => {
      await browser.close();
      await site.stop();
    });

    for (const name of Object.keys(WHOLE)) {
      it(`${name}, draws every element and says nothing`, async () => {
        const state = await site.open(name, drew('exit', 'card', 'form'));
        assert.deepEqual([state.errors, state.warnings], [[], []]);
      });
    }

    for (const name of Object.keys(LOST)) {
      it(`${name}, draws the exit, and says what the rest needs`, async () => {
        const state = await site.open(name, (now) => drew('exit')(now) && now.warnings.length > 0);
        assert.deepEqual(state.errors, []);
        assert.match(state.warnings[0] ?? '', /needs the folder of its other files/);
        assert.deepEqual(
          [[...state.drawn].sort(), state.authors],
          [
            ['exit', 'guard'],
            [true, true],
          ],
        );
      });
    }

    for (const name of Object.keys(STILL)) {
      it(`${name}, changes nothing`, async () => {
        const state = await site.open(name, ({ authors }) => authors.every(Boolean));
        assert.deepEqual([state.errors, state.warnings, state.drawn], [[], [], []]);
        assert.equal(site.asked.get(name)?.length, 0);
      });
    }
  });
}
