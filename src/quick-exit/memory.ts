import { attempt } from './attempt.ts';
import { NAME, judgeArrival, minutesOf, readMark } from './exit-mark.ts';

/** What is remembered of exits. Each part of it may be forbidden; the others work without it. */
export interface Memory {
  /** When somebody last left the site: milliseconds since 1970, 0 for never or too long ago. */
  lastExit(): number;
  /**
   * Remembers that somebody leaves now, and which entries of this tab's history they leave.
   *
   * @param minutes - for how long, as an author wrote it.
   * @param domain - the domain whose other hosts are to know it too, where an author names one.
   */
  leave(minutes: unknown, domain: string | null | undefined): void;
  /** Decides whether the page is to be seen, and remembers a return. It is asked once for each page. */
  admits(): boolean;
}

/**
 * Opens what a site remembers of exits: a cookie that all its tabs see, and a record that belongs to the
 * tab. docs/decisions/exit-memory.md says why it takes two.
 */
export function openMemory(): Memory {
  const lastExit = (): number => attempt(() => readMark(document.cookie)) ?? 0;
  /** What the tab remembers: words that stand one after another. */
  const notes = (): string => attempt(() => sessionStorage[NAME] as string | undefined) ?? '';
  const addNote = (note: unknown): void => {
    attempt(() => (sessionStorage[NAME] = [notes(), note].join(' ')));
  };

  return {
    lastExit,
    leave(minutes, domain) {
      for (const scope of ['', domain && `;domain=${domain}`]) {
        attempt(() => {
          document.cookie = [
            `${NAME}=`,
            Date.now(),
            ';path=/;max-age=',
            minutesOf(minutes) * 60,
            location.protocol === 'https:' ? ';secure' : '',
            scope,
          ].join('');
        });
      }
      attempt(() => addNote(navigation.entries().map(({ id }) => id)));
    },
    admits() {
      const left = lastExit();
      const now = Date.now();
      const judgement = judgeArrival(
        left,
        notes(),
        now,
        // `performance.timeOrigin` drifts away from the clock while a computer sleeps.
        now - performance.now(),
        attempt(
          () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).type,
        ),
        attempt(() => navigation.currentEntry?.id),
      );
      if (judgement === 'return') addNote(left);
      return judgement !== 'away';
    },
  };
}
