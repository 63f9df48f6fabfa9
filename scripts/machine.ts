/** Where the programs that the tests drive lie on Linux and macOS, and how to get those that are missing. */
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Playwright's own browsers, in the folder that `npx playwright install` fills. */
const PLAYWRIGHT =
  process.env.PLAYWRIGHT_BROWSERS_PATH ??
  join(
    homedir(),
    process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright',
  );

/** Paths to look at, as globs, the preferred one first. A bare name is looked up in PATH. */
const PATHS = {
  chromium: [
    '/usr/bin/chromium',
    'chromium',
    'chromium-browser',
    'google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${PLAYWRIGHT}/chromium-*/chrome-*/chrome`,
    `${PLAYWRIGHT}/chromium-*/chrome-*/*.app/Contents/MacOS/*`,
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
  webkitDriver: ['/usr/bin/WebKitWebDriver'],
  miniBrowser: ['/usr/lib/*/webkit2gtk-4.1/MiniBrowser', '/usr/libexec/webkit2gtk-4.1/MiniBrowser'],
  playwrightWebkit: [`${PLAYWRIGHT}/webkit-*/pw_run.sh`],
  xvfb: ['xvfb-run'],
  xdotool: ['xdotool'],
  initdb: [
    '/usr/lib/postgresql/*/bin/initdb',
    'initdb',
    '/opt/homebrew/opt/postgresql*/bin/initdb',
  ],
  systemdAnalyze: ['systemd-analyze'],
  nginx: ['/usr/sbin/nginx', 'nginx'],
  caddy: ['caddy'],
  dockerCompose: ['docker-compose'],
  prometheusReader: ['/usr/lib/python3/dist-packages/prometheus_client/parser.py'],
} as const;

export type Program = keyof typeof PATHS;

/** The Debian packages that bring each program. */
const DEBIAN: Readonly<Record<Exclude<Program, 'playwrightWebkit'>, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkitDriver: ['webkit2gtk-driver'],
  miniBrowser: ['webkit2gtk-driver'],
  xvfb: ['xvfb', 'xauth'],
  xdotool: ['xdotool'],
  initdb: ['postgresql'],
  systemdAnalyze: ['systemd'],
  nginx: ['nginx-light'],
  caddy: ['caddy'],
  dockerCompose: ['docker-compose'],
  prometheusReader: ['python3-prometheus-client'],
};

function look(pattern: string): string | undefined {
  if (pattern.startsWith('/')) {
    // The newest version comes last.
    return globSync(pattern)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1);
  }
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, pattern))
    .find((path) => existsSync(path));
}

/** The path of a program; undefined where this machine lacks it. */
export function pathOf(program: Program): string | undefined {
  for (const pattern of PATHS[program]) {
    const path = look(pattern);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** Those of the programs that this machine lacks. */
export function missing(programs: readonly Program[]): Program[] {
  return programs.filter((program) => pathOf(program) === undefined);
}

/** The command with which Debian and Ubuntu install some programs. */
export function aptCommand(programs: readonly Program[]): string {
  const packages = new Set(
    programs.flatMap((program) => (program === 'playwrightWebkit' ? [] : DEBIAN[program])),
  );
  return `apt-get install -y --no-install-recommends ${[...packages].join(' ')}`;
}
