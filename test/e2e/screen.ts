import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How long anything may take on a busy machine, in milliseconds. */
const PATIENCE = 90_000;

/**
 * Polls until `look` finds something, and gives it back.
 *
 * @param state - what there was in its place, for the error.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  state = (): string => '',
): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`It did not come to pass: ${what}. ${state()}`);
    await pause(10);
  }
}

/** Whether something comes true soon. If it does not, what should have brought it about is done again. */
export async function comesTrue(effect: () => boolean): Promise<boolean> {
  for (let look = 0; look < 100; look += 1) {
    if (effect()) return true;
    await pause(20);
  }
  return false;
}

/** Ends a program and waits for that, unless it never began or has ended already. */
export async function end(child: ChildProcess, kill: () => void): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  kill();
  await ended;
}

/** A colour as 0xRRGGBB. The test sites paint everything that matters in a colour of its own. */
export type Colour = number;

/** A place on the screen. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What was seen at a spot: how often it was looked at, how often it had the colour, and when last. */
export interface Watch {
  readonly result: { readonly looks: number; readonly seen: number; readonly last: number };
  stop(): Watch['result'];
}

/** A screen without a monitor, its keyboard and its mouse. Its pixels are read as they are painted. */
export class Screen {
  readonly width = 900;
  readonly height = 700;
  readonly #folder = mkdtempSync(join(tmpdir(), 'handrail-screen-'));
  #server: ChildProcess | undefined;
  #file: number | undefined;
  #start = 0;
  #stride = 0;
  #pixels = Buffer.alloc(0);
  readonly #pixel = Buffer.alloc(4);
  display = '';

  static async open(): Promise<Screen> {
    const screen = new Screen();
    await screen.#open();
    return screen;
  }

  async #open(): Promise<void> {
    const size = `${String(this.width)}x${String(this.height)}x24`;
    // By itself the server starts afresh whenever its last client leaves, and turns away whoever
    // comes at that moment: a browser, where xdotool has just looked for its window.
    this.#server = spawn(
      'Xvfb',
      [
        '-displayfd',
        '3',
        '-fbdir',
        this.#folder,
        '-screen',
        '0',
        size,
        '-nolisten',
        'tcp',
        '-noreset',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const pipe = this.#server.stdio[3];
    if (!pipe) throw new Error('Xvfb has no pipe to name its display on.');
    const gone = once(this.#server, 'exit').then(() => {
      throw new Error('Xvfb ended before it had a display.');
    });
    const [number] = (await Promise.race([once(pipe, 'data'), gone])) as [Buffer];
    this.display = `:${number.toString().trim()}`;
    this.#file = openSync(join(this.#folder, 'Xvfb_screen0'), 'r');
    // The file is an X window dump: a header of big-endian words, a colour table, then the pixels.
    const header = Buffer.alloc(100);
    readSync(this.#file, header, 0, 100, 0);
    this.#stride = header.readUInt32BE(12 * 4);
    this.#start = header.readUInt32BE(0) + header.readUInt32BE(19 * 4) * 12;
    this.#pixels = Buffer.alloc(this.#stride * this.height);
  }

  /** Reads all pixels. A screen that is closed shows its last picture. */
  #read(): void {
    if (this.#file === undefined) return;
    readSync(this.#file, this.#pixels, 0, this.#pixels.length, this.#start);
  }

  /** Every fourth pixel across and down that has the colour. */
  spots(colour: Colour): Spot[] {
    this.#read();
    const spots: Spot[] = [];
    for (let y = 2; y < this.height; y += 4) {
      for (let x = 2; x < this.width; x += 4) {
        if (this.#pixels.readUIntLE(y * this.#stride + x * 4, 3) === colour) spots.push({ x, y });
      }
    }
    return spots;
  }

  /** Whether any of the colour is on the screen. Two spots may be an icon's edge; ten are not. */
  shows(colour: Colour): boolean {
    return this.spots(colour).length >= 10;
  }

  async untilShows(colour: Colour): Promise<void> {
    await until(`#${colour.toString(16)} on the screen`, () => this.shows(colour));
  }

  /** The colour at one spot, now. */
  colourAt({ x, y }: Spot): Colour {
    if (this.#file !== undefined) {
      readSync(this.#file, this.#pixel, 0, 4, this.#start + y * this.#stride + x * 4);
    }
    return this.#pixel.readUIntLE(0, 3);
  }

  /**
   * Looks at one spot as often as the machine allows, until it is told to stop, and notes when it had one
   * of the colours.
   */
  watchSpot(spot: Spot, ...colours: Colour[]): Watch {
    const result = { looks: 0, seen: 0, last: -Infinity };
    let going = true;
    const look = (): void => {
      result.looks += 1;
      if (colours.includes(this.colourAt(spot))) {
        result.seen += 1;
        result.last = performance.now();
      }
      // A test that fails before it stops the watch ends all the same, and so does the watch.
      if (going && this.#file !== undefined) setTimeout(look, 1).unref();
    };
    look();
    return {
      result,
      stop() {
        going = false;
        look();
        return result;
      },
    };
  }

  /** Looks for the colour all over the screen, again and again, until it is told to stop. */
  watch(colour: Colour): { looks(): number; stop(): { looks: number; seen: number } } {
    const result = { looks: 0, seen: 0 };
    const look = (): void => {
      if (this.#file === undefined) clearInterval(timer);
      result.looks += 1;
      if (this.shows(colour)) result.seen += 1;
    };
    // A test that fails before it stops the watch ends all the same, and so does the watch.
    const timer = setInterval(look, 8).unref();
    return {
      looks: () => result.looks,
      stop() {
        clearInterval(timer);
        look();
        return result;
      },
    };
  }

  async xdotool(...args: string[]): Promise<string> {
    const { stdout } = await run('xdotool', args, {
      env: { ...process.env, DISPLAY: this.display },
      timeout: PATIENCE,
    });
    return stdout.trim();
  }

  /** Presses keys with the keyboard, such as `alt+Left`, one after another. */
  async press(...keys: string[]): Promise<void> {
    await this.xdotool('key', '--clearmodifiers', ...keys);
  }

  /** Types text with the keyboard, into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.xdotool('type', '--delay', '10', text);
  }

  /**
   * Clicks in the middle of what has the colour until something has come of it. A browser takes no
   * clicks for a moment after it has painted a page, so that nobody clicks on what they have not seen.
   */
  async click(colour: Colour, effect: () => boolean): Promise<void> {
    await until(`an effect of a click on #${colour.toString(16)}`, async () => {
      const spots = this.spots(colour);
      const spot = spots[Math.floor(spots.length / 2)];
      if (spots.length >= 10 && spot) {
        await this.xdotool('mousemove', String(spot.x), String(spot.y), 'click', '1');
      }
      return await comesTrue(effect);
    });
  }

  /** Waits until two pictures in a row are the same: what a page does on its own has been done. */
  async settled(): Promise<void> {
    let before = Buffer.alloc(0);
    await until('a picture that stays', async () => {
      await pause(150);
      this.#read();
      const same = this.#pixels.equals(before);
      before = Buffer.from(this.#pixels);
      return same;
    });
  }

  /** Presses a button of the mouse once in the middle of what has the colour, as a hand does: down, and up again. */
  async pressOnce(colour: Colour, button = 1, seconds = 0.08): Promise<void> {
    const spots = this.spots(colour);
    const { x, y } = spots[Math.floor(spots.length / 2)] ?? { x: 0, y: 0 };
    await this.xdotool('mousemove', String(x), String(y));
    await this.xdotool(
      ...['mousedown', String(button), 'sleep', String(seconds), 'mouseup', String(button)],
    );
  }

  /** Ends the screen, and waits for that: as it ends it takes its display's name away from whoever has it. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
    const server = this.#server;
    if (server) await end(server, () => server.kill());
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
