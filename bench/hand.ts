/** A mouse whose moment of pressing is known, and a reader of titles, through one xdotool that stays. */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { end } from '../test/e2e/screen.ts';
import type { Screen, Spot } from '../test/e2e/screen.ts';

/** How long a finger stays on a mouse's button, in milliseconds. */
const HOLD = 80;

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

/**
 * xdotool does what each line says as the line arrives, and answers in half a millisecond. Starting it
 * afresh takes ten times as long, and nobody knows at which moment of it the mouse is pressed.
 */
export class Hand {
  readonly #xdotool: ChildProcessByStdio<Writable, Readable, null>;

  constructor({ display }: Screen) {
    this.#xdotool = spawn('xdotool', ['-'], {
      env: { ...process.env, DISPLAY: display },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  }

  /** What a bystander reads in the task bar, where a window has this number. */
  async title(window: string): Promise<string> {
    const answer = once(this.#xdotool.stdout, 'data', { signal: AbortSignal.timeout(PATIENCE) });
    this.#xdotool.stdin.write(`getwindowname ${window}\n`);
    const [text] = (await answer) as [Buffer];
    return text.toString().trim();
  }

  /**
   * Presses the mouse at a spot and lets it go.
   *
   * @param by - how far the mouse travels in between, in pixels.
   * @returns the moment at which it was let go.
   */
  async press({ x, y }: Spot, by: Spot = { x: 0, y: 0 }): Promise<number> {
    const { stdin } = this.#xdotool;
    stdin.write(`mousemove ${String(x)} ${String(y)}\n`);
    await pause(100);
    stdin.write('mousedown 1\n');
    for (let step = 1; step <= 4; step += 1) {
      await pause(HOLD / 4);
      const to = [x + (by.x * step) / 4, y + (by.y * step) / 4];
      if (by.x !== 0 || by.y !== 0) stdin.write(`mousemove ${to.join(' ')}\n`);
    }
    const released = performance.now();
    stdin.write('mouseup 1\n');
    return released;
  }

  async close(): Promise<void> {
    await end(this.#xdotool, () => this.#xdotool.stdin.end());
  }
}
