import { setTimeout as wait } from 'node:timers/promises';

/** A bad day, tried out on a receiver. */
export interface Scenario {
  /** What it is asked for by on the command line. */
  readonly name: string;
  readonly title: string;
  /** @param args - what stood behind its name on the command line. */
  readonly run: (report: Report, args: readonly string[]) => Promise<void>;
}

/** What a scenario found out. */
export class Report {
  readonly lines: string[] = [];
  /** The rules that were broken: the scenario has failed where there is one. */
  readonly broken: string[] = [];

  /** Notes a figure, to be printed. */
  figure(label: string, value: number | string): void {
    this.lines.push(`${label.padEnd(58)} ${String(value)}`);
  }

  /** Notes whether a rule held. */
  rule(sentence: string, holds: boolean): void {
    if (!holds) this.broken.push(sentence);
  }
}

/** Waits until something is so. @returns whether it was within half a minute. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > end) return false;
    await wait(10);
  }
  return true;
}
