import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

/** How each stands in for a browser, as a test runner's environment sets it up. */
const SHIMS = {
  jsdom: `const { JSDOM, VirtualConsole } = await import('jsdom');
    const virtualConsole = new VirtualConsole();
    virtualConsole.on('jsdomError', (error) => problems.push(String(error)));
    const { window } = new JSDOM('<!doctype html><body></body>', {
      url: 'https://council.example/', pretendToBeVisual: true, virtualConsole });`,
  'happy-dom': `const { Window } = await import('happy-dom');
    const window = new Window({ url: 'https://council.example/' });
    window.document.write('<!doctype html><body></body>');`,
};

/** Puts every element on a page, changes what is in it, takes it away and puts it back. */
const PLAY = `
  for (const name of Object.getOwnPropertyNames(window))
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { get: () => window[name], set() {}, configurable: true });
  for (const name of ['window', 'self', 'document', 'navigator', 'Event', 'CustomEvent', 'FormData', 'EventTarget', 'location', 'BroadcastChannel'])
    if (window[name]) Object.defineProperty(globalThis, name, { value: name === 'window' || name === 'self' ? globalThis : window[name], configurable: true, writable: true });
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame'])
    Object.defineProperty(globalThis, name, { value: window[name].bind(window), configurable: true, writable: true });
  const finish = (text) => { console.log(JSON.stringify({ text, problems })); process.exit(0); };
  process.on('uncaughtException', (error) => { problems.push(error.stack); finish(''); });
  const { QuickExit, ServiceCard, FormatRequest } = await import('./dist/index.js');
  await import('./dist/define.js');
  const settle = () => new Promise((resolve) => setTimeout(resolve, 100));
  for (const create of [QuickExit, ServiceCard, FormatRequest]) new create();
  document.body.innerHTML = \`
    <handrail-quick-exit><a href="https://www.bbc.co.uk/weather">Leave</a></handrail-quick-exit>
    <handrail-service-card><h3>A line</h3><p><a href="tel:02079460123">020 7946 0123</a></p></handrail-service-card>
    <handrail-format-request email="formats@council.example"><form method="post" action="/requests">
      <input name="email"><button>Send</button></form></handrail-format-request>\`;
  await settle();
  const [exit, card, form] = document.body.children;
  card.service = { id: 'a', name: 'A service', channels: [{ kind: 'voice', value: '020 7946 0123' }] };
  exit.querySelector('a').textContent = 'Go';
  form.querySelector('input').value = 'sam@example.org';
  await settle();
  exit.querySelector('a').setAttribute('href', 'https://www.example.org/');
  form.querySelector('form').remove();
  await settle();
  for (const element of [exit, card, form]) { element.remove(); document.body.append(element); }
  await settle();
  const text = document.body.textContent;
  for (const element of [exit, card, form]) element.remove();
  await settle();
  finish(text);`;

for (const [shim, start] of Object.entries(SHIMS)) {
  describe(`In ${shim}, where a page has no layout`, () => {
    it('every element can be imported, made, put on a page, changed and taken away', () => {
      const script = `const problems = [];
        process.on('unhandledRejection', (error) => problems.push(error?.stack ?? String(error)));
        console.error = (...parts) => problems.push(parts.map(String).join(' '));
        ${start} ${PLAY}`;
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', script],
        { cwd: new URL('../..', import.meta.url), encoding: 'utf8', timeout: 60_000 },
      );
      const line = stdout.trim().split('\n').at(-1) ?? '';
      const { text, problems } = JSON.parse(line || '{"text":"","problems":["nothing"]}') as {
        text: string;
        problems: string[];
      };
      assert.deepEqual(problems, [], stderr);
      // What the author wrote is there, whatever the element can do in such a place.
      for (const words of ['Go', 'A line', '020 7946 0123']) assert.ok(text.includes(words), words);
    });
  });
}
