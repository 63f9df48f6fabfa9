import { str } from '@lit/localize';
import type { IsoDate } from '../../calendar/london.ts';
import { dateWords } from '../../i18n/dates.ts';
import { msg } from '../../i18n/msg.ts';
import { workingDays } from '../schema/labels.ts';

/**
 * Says when a reply is due: with the date where it is known, in working days alone where it is not.
 *
 * @param days - the promise in working days.
 * @param due - the date in London, if the bank-holiday table reaches that far.
 */
export function promise(days: number, due: IsoDate | undefined): string {
  if (due === undefined) return msg(str`We will reply in ${workingDays(days)}. This is free.`);
  return msg(
    str`If you ask today, we will reply by ${dateWords(due)} (${workingDays(days)}). This is free.`,
  );
}
