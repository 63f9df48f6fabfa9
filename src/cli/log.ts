import type { LogEntry } from '../receiver/index.ts';

/** How much a line presses: only an answer of 500 or more, or a fault, is an error. */
export type LogLevel = 'info' | 'warning' | 'error';

/** What a line in JSON can hold. `docs/receiver.md` has its table from here. */
export const LOG_FIELDS = {
  time: 'when, as ISO 8601 in UTC',
  level: '`info`, `warning` or `error`',
  message: 'a sentence; `Answered` where it is about an answer',
  status: 'the HTTP status of an answer',
  code:
    'what became of what was posted: `new`, `repeat`, or why it was not kept, such as `answers`, `too-many`, ' +
    '`too-large` or `not-saved`',
  reference: 'the reference of a request that is kept',
} as const;

/** The receiver's log. Nothing that a person typed goes into it. */
export interface Log {
  /** Notes an answer. */
  answer(entry: LogEntry): void;
  /** Notes a sentence. */
  say(level: LogLevel, sentence: string): void;
}

/** Line breaks of every kind, and characters that a terminal obeys: no line can be made to look like two. */

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Makes a log that writes one line for each thing that happens.
 *
 * @param form - `text` for people, `json` for programs.
 */
export function createLog(
  form: 'text' | 'json',
  clock: () => Date,
  write: (line: string) => void,
): Log {
  const one = (text: string): string =>
    text
      .trim()
      .replace(/\s*\n\s*/g, ' | ')
      .replace(CONTROLS, ' ');
  const json = (fields: { readonly [F in keyof typeof LOG_FIELDS]?: string | number }): void =>
    write(`${JSON.stringify(fields)}\n`);
  const time = (): string => clock().toISOString();
  if (form === 'json') {
    return {
      answer: (entry) => {
        const level = entry.status >= 500 ? 'error' : 'info';
        json({ time: time(), level, message: 'Answered', ...entry });
      },
      say: (level, sentence) => json({ time: time(), level, message: one(sentence) }),
    };
  }
  return {
    answer: ({ status, reference }) => write(`${time()} ${String(status)} ${reference ?? '-'}\n`),
    say: (_, sentence) => write(`${time()} ${one(sentence)}\n`),
  };
}
