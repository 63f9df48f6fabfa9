import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '../../scripts/machine.ts';
import { Screen, comesTrue, end, until } from './screen.ts';

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** The engines to drive: those that `ENGINES` names, such as `ENGINES=firefox`, or all. */
export const ENGINES: readonly Engine[] = (['chromium', 'firefox', 'webkit'] as const).filter(
  (engine) => process.env.ENGINES?.includes(engine) ?? true,
);

const FIREFOX_PREFERENCES = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'browser.warnOnQuitShortcut': false,
  // For its first moments a new page is shown but takes no keys, and drops them. A test is that quick.
  'dom.input_events.security.minNumTicks': 0,
  'dom.input_events.security.minTimeElapsedInMS': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9',
  'sidebar.revamp': false,
  'termsofuse.bypassNotification': true,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** How a browser is set up. */
export interface Setup {
  /** Whether pages may run scripts, as a person sets it for all sites. */
  readonly javascript?: boolean;
  /** Whether pages may keep cookies, as a person sets it for all sites. */
  readonly cookies?: boolean;
  /** Whether there is a camera and a microphone, neither of them real, which every page gets. */
  readonly capture?: boolean;
}

/**
 * How a browser is started.
 *
 * @param address - what it opens. Where it is left out, it opens what was open when it was last quit.
 */
function command(
  engine: Engine,
  profile: string,
  { javascript = true, cookies = true, capture = false }: Setup,
  address?: string,
): [string, string[]] {
  if (engine === 'chromium') {
    if (address !== undefined) {
      const values = { javascript: javascript ? 1 : 2, cookies: cookies ? 1 : 2 };
      mkdirSync(join(profile, 'Default'));
      writeFileSync(
        join(profile, 'Default', 'Preferences'),
        JSON.stringify({ profile: { default_content_setting_values: values } }),
      );
    }
    return [
      pathOf('chromium') ?? '',
      [
        `--user-data-dir=${profile}`,
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--no-default-browser-check',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-features=Translate,MediaRouter',
        '--password-store=basic',
        '--test-type',
        '--window-position=0,0',
        '--window-size=900,700',
        ...(capture
          ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
          : []),
        address ?? '--restore-last-session',
      ],
    ];
  }
  if (engine === 'firefox') {
    const preferences = {
      ...FIREFOX_PREFERENCES,
      'javascript.enabled': javascript,
      'network.cookie.cookieBehavior': cookies ? 5 : 2,
      'browser.startup.page': address === undefined ? 3 : 0,
      'media.navigator.streams.fake': capture,
      'media.navigator.permission.disabled': capture,
    };
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    return [
      pathOf('firefox') ?? '',
      [
        ...['--no-remote', '--profile', profile, '--width', '900', '--height', '700'],
        ...(address === undefined ? [] : [address]),
      ],
    ];
  }
  return [
    pathOf('miniBrowser') ?? '',
    [
      '--geometry=900x700',
      `--enable-javascript=${String(javascript)}`,
      `--cookies-policy=${cookies ? 'no-third-party' : 'never'}`,
      address ?? '',
    ],
  ];
}

/** The profile's folders that a program may not make for itself: they have to be there, and private. */
const RUNTIME = 'run';
const TEMPORARY = 'tmp';

/**
 * What a browser is told of the machine. Whatever it writes lies in its profile. It finds no session bus:
 * by itself it would start one, and that bus the desktop's services, such as the portal, which mounts a
 * file system in the profile; none of them ends with the browser.
 */
function environment(display: string, profile: string): NodeJS.ProcessEnv {
  const runtime = join(profile, RUNTIME);
  const temporary = join(profile, TEMPORARY);
  for (const folder of [runtime, temporary]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...process.env,
    DISPLAY: display,
    HOME: profile,
    TMPDIR: temporary,
    XDG_CACHE_HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_DATA_HOME: profile,
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
  };
}

/** Takes away whatever is mounted in a folder, the innermost first. Nothing where mounts are not listed. */
function unmountAll(folder: string): void {
  let mounts = '';
  try {
    mounts = readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return;
  }
  const points = mounts
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((point) => point.startsWith(`${folder}/`));
  for (const point of points.toReversed()) {
    // A person's own FUSE mounts are let go by fusermount3, any others by umount, which is root's.
    const ways: [string, string[]][] = [
      ['fusermount3', ['-u', '-z', point]],
      ['umount', ['-l', point]],
    ];
    ways.some(([program, args]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0);
  }
}

/** A browser as a person has it: a window on a screen, with a profile of its own. Nothing drives it. */
export class RealBrowser {
  readonly engine: Engine;
  readonly screen: Screen;
  readonly #setup: Setup;
  readonly #profile = mkdtempSync(join(tmpdir(), 'handrail-profile-'));
  #process: ChildProcess | undefined;

  private constructor(engine: Engine, screen: Screen, setup: Setup) {
    this.engine = engine;
    this.screen = screen;
    this.#setup = setup;
  }

  static async open(engine: Engine, address: string, setup: Setup = {}): Promise<RealBrowser> {
    const browser = new RealBrowser(engine, await Screen.open(), setup);
    try {
      await browser.#start(address);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  async #start(address?: string): Promise<void> {
    const [program, args] = command(this.engine, this.#profile, this.#setup, address);
    this.#process = spawn(program, args, {
      // A group of its own: a browser is many processes, and all end together.
      detached: true,
      stdio: 'ignore',
      env: environment(this.screen.display, this.#profile),
    });
    await this.#takeFocus();
  }

  /** Quits the browser as people do: it keeps what it has open for the next start. */
  async quit(): Promise<void> {
    const child = this.#process;
    const keys = this.engine === 'firefox' ? 'ctrl+q' : 'ctrl+shift+w';
    if (child) await end(child, () => void this.screen.press(keys));
  }

  /** Starts a browser that was quit, and has it open what was open then. */
  async startAgain(): Promise<void> {
    await this.#start();
  }

  async #takeFocus(): Promise<void> {
    const window = await until('a browser window', () => this.#window());
    await this.screen.xdotool('windowmove', window, '0', '0');
    await this.screen.xdotool('windowsize', window, '900', '700');
    await this.screen.xdotool('windowfocus', '--sync', window);
  }

  async #window(): Promise<string | undefined> {
    const names = { chromium: 'chromium', firefox: 'firefox', webkit: 'minibrowser' };
    const found = await this.screen
      .xdotool('search', '--onlyvisible', '--class', names[this.engine])
      .catch(() => '');
    return found.split('\n').filter(Boolean).at(-1);
  }

  /** What a bystander reads in the task bar. */
  async title(): Promise<string> {
    const window = await this.#window();
    return window ? await this.screen.xdotool('getwindowname', window) : '';
  }

  /** Goes back as people do. MiniBrowser has no key for it that the page leaves alone. */
  async back(): Promise<void> {
    if (this.engine === 'webkit') await this.#clickAt(20, 18);
    else await this.screen.press('alt+Left');
  }

  async forward(): Promise<void> {
    if (this.engine === 'webkit') await this.#clickAt(55, 18);
    else await this.screen.press('alt+Right');
  }

  /**
   * Types an address where addresses are typed, until the server is asked for it. A new window may drop
   * keys, so the address is typed again, but never after the request: a second visit would come in the
   * middle of the test.
   *
   * @param asked - how often the server has been asked for the address.
   */
  async visit(address: string, asked: () => number): Promise<void> {
    await until(`a request for ${address}`, async () => {
      const before = asked();
      await this.#clickAt(450, this.engine === 'webkit' ? 18 : 63);
      await this.screen.press('ctrl+a');
      await this.screen.xdotool('type', '--delay', '2', address);
      await this.screen.press('Return');
      return await comesTrue(() => asked() > before);
    });
  }

  /** Opens an empty tab, and looks at it. */
  async openTab(): Promise<void> {
    await this.screen.press('ctrl+t');
  }

  /** Closes the tab that is looked at. */
  async closeTab(): Promise<void> {
    await this.screen.press('ctrl+w');
  }

  /** Opens the tab that was closed last. MiniBrowser cannot. */
  async reopenTab(): Promise<void> {
    await this.screen.press('ctrl+shift+t');
  }

  /**
   * Opens a copy of the tab, with its history: Reload does it for the middle button. For a moment after a
   * page has loaded, Reload takes no click. MiniBrowser cannot.
   *
   * @param opened - whether the copy is there.
   */
  async duplicateTab(opened: () => boolean): Promise<void> {
    await until('a copy of the tab', async () => {
      await this.#clickAt(90, 63, 2);
      return await comesTrue(opened);
    });
  }

  /** Looks at a tab out of two: the first is 1. Firefox has other keys, and MiniBrowser none. */
  async lookAtTab(number: 1 | 2): Promise<void> {
    if (this.engine === 'webkit') await this.#clickAt(number * 450 - 250, 45);
    else await this.screen.press(`${this.engine === 'firefox' ? 'alt' : 'ctrl'}+${String(number)}`);
  }

  /** Points the mouse at the first words of an unstyled page. */
  async pointAtStart(): Promise<void> {
    const top = { chromium: 96, firefox: 96, webkit: 46 }[this.engine];
    await this.screen.xdotool('mousemove', '30', String(top));
  }

  async #clickAt(x: number, y: number, button = 1): Promise<void> {
    await this.screen.xdotool('mousemove', String(x), String(y), 'click', String(button));
  }

  async close(): Promise<void> {
    const child = this.#process;
    if (child) {
      await end(child, () => {
        // A browser is many processes, and all end together.
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      });
    }
    await this.screen.close();
    unmountAll(this.#profile);
    // What the processes of the browser still write while they end comes to an end.
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 30 });
  }
}
