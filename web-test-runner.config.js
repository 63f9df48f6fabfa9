import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { pathOf } from './scripts/machine.ts';
import { receiverWithFaults } from './test/element/format-request-server.ts';
import { rendered } from './test/element/render-server.ts';

const engine = process.env.ENGINE;

/** Each engine runs in another time zone, so that nothing can lean on the machine's own. */
const ZONES = { chromium: 'America/New_York', firefox: 'Asia/Tokyo', webkit: 'Pacific/Apia' };

/** What a strict host sends with its pages; the contract loads its pages under it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types handrail lit-html host";

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function chromium() {
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: {
      executablePath: pathOf('chromium'),
      args: CHROMIUM_FLAGS,
      env: { ...process.env, TZ: ZONES.chromium },
    },
    concurrency: 2,
  });
}

function firefox() {
  return chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: pathOf('firefox'),
      headless: true,
      env: { ...process.env, TZ: ZONES.firefox },
      extraPrefsFirefox: { 'accessibility.tabfocus': 7 },
    },
    concurrency: 1,
  });
}

/** WebKitGTK by its driver; Playwright's own WebKit where that is what the machine has. */
async function webkit() {
  if (!pathOf('webkitDriver')) return playwrightLauncher({ product: 'webkit' });
  return await webkitGtk();
}

/** Starts the driver on a port of its own and waits until it answers. */
async function webkitGtk() {
  const port = 20_000 + (process.pid % 20_000);
  const driver = spawn(pathOf('webkitDriver'), [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, TZ: ZONES.webkit },
  });
  process.on('exit', () => driver.kill());
  const answers = () =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false)).on('connect', () => socket.end());
    });
  while (!(await answers())) {
    if (driver.exitCode !== null) throw new Error('WebKitWebDriver ended before it answered.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: pathOf('miniBrowser'), args: ['--automation'] },
    },
  });
}

const launchers = { chromium, firefox, webkit };
const launcher = launchers[engine];
if (!launcher)
  throw new Error('Name an engine, such as ENGINE=chromium wtr: chromium, firefox or webkit.');

/** The script's files as they were built: a file that a plugin has changed has another hash. */
function builtFiles(context, next) {
  const [name] = /^\/dist\/[\w.-]+\.min\.js$/.exec(context.path) ?? [];
  if (!name) return next();
  context.type = 'text/javascript';
  context.body = readFileSync(`.${name}`);
}

/** Ends with a line that scripts/test.ts adds up, and prints each failure in full. */
function plainReporter() {
  const failures = (suite, path = []) => [
    ...suite.tests
      .filter((test) => !test.passed)
      .map(
        (test) =>
          `not ok: ${[...path, suite.name, test.name].filter(Boolean).join(' › ')}\n  ${test.error?.message ?? 'did not run'}\n  ${test.error?.stack ?? ''}`,
      ),
    ...suite.suites.flatMap((inner) => failures(inner, [...path, suite.name])),
  ];
  const tests = (suite) => [...suite.tests, ...suite.suites.flatMap(tests)];
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const { testResults, testFile, errors, passed: good } of sessions) {
        const all = testResults ? tests(testResults) : [];
        const wrong = testResults ? failures(testResults) : [];
        passed += all.length - wrong.length;
        failed += wrong.length;
        if (!good && wrong.length === 0) failed += 1;
        for (const text of wrong) console.log(`${testFile}\n${text}`);
        for (const error of errors)
          console.log(`${testFile}: ${error.message}\n${error.stack ?? ''}`);
      }
      console.log(`\nbrowser: ${passed} passed, ${failed} failed`);
    },
  };
}

export default {
  rootDir: '.',
  files: ['test/{logic,element,contract}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [await launcher()],
  plugins: [esbuildPlugin({ ts: true, tsconfig: './tsconfig.json', target: 'es2022' })],
  reporters: [plainReporter()],
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 20_000 } },
  middleware: [
    receiverWithFaults(),
    builtFiles,
    rendered(),
    (context, next) => {
      if (context.path.startsWith('/test/contract/host'))
        context.set('Content-Security-Policy', POLICY);
      return next();
    },
  ],
};
