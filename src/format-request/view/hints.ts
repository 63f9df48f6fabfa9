import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { IsoDate } from '../../calendar/london.ts';
import { readDate } from '../../calendar/typed-date.ts';
import { dateWords } from '../../i18n/dates.ts';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { likelyEmail } from '../../email/email-typo.ts';
import { FIELD, TEXT_FIELDS } from '../schema/fields.ts';
import type { FieldName, TextField } from '../schema/fields.ts';
import { codePoints } from '../schema/code-points.ts';
import type { RequestAnswers } from '../schema/request.ts';

/** What there is to say about answers that are not wrong, by field. */
export type Hints = Readonly<Partial<Record<FieldName, unknown>>>;

/** How few characters have to be left before their number is said. */
const NEARLY_FULL = 200;

/** How much room is left in a text, in words; nothing as long as there is plenty. */
function room(field: TextField, text: string): unknown {
  const left = (FIELD[field].limit ?? 0) - codePoints(text).length;
  if (left >= NEARLY_FULL) return nothing;
  if (left === 1) return words(msg('You have 1 character left'));
  if (left === -1) return words(msg('You have 1 character too many'));
  return words(
    left < 0
      ? msg(str`You have ${-left} characters too many`)
      : msg(str`You have ${left} characters left`),
  );
}

/** Says a date back, with a word about one that is before the promised one. */
function deadline(wanted: IsoDate, due: IsoDate | undefined): unknown {
  const date = dateWords(wanted);
  return words(
    due !== undefined && wanted < due
      ? msg(
          str`${date}. That is before ${dateWords(due)}. We will try to be quicker. If it cannot wait, contact us.`,
        )
      : date,
  );
}

/**
 * Finds what may help with a request. Nothing here stops it from being sent.
 *
 * @param due - the date by which a reply is promised, where it is known.
 * @param today - the date in London.
 * @param useEmail - puts another address in the place of the one that was typed.
 */
export function hintsFor(
  request: RequestAnswers,
  due: IsoDate | undefined,
  today: IsoDate,
  useEmail: (address: string) => void,
): Hints {
  const { text } = request;
  const meant = likelyEmail(text.email);
  const wanted = readDate(text['needed-by'], today);
  return {
    email: meant
      ? html`${words(msg(str`Did you mean ${meant}?`))}
          <button
            class="handrail-button handrail-quiet"
            type="button"
            @click=${() => useEmail(meant)}
          >
            ${msg('Yes, change it')}
          </button>`
      : nothing,
    'needed-by': wanted === undefined ? nothing : deadline(wanted, due),
    ...Object.fromEntries(
      TEXT_FIELDS.filter((field) => FIELD[field].multiline).map((field) => [
        field,
        room(field, text[field]),
      ]),
    ),
  };
}
