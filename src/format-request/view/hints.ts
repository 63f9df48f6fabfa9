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

/** Whether one of the formats can come only by post. */
function comesByPost({ formats, text }: RequestAnswers): boolean {
  const onDisc = formats.includes('audio') && /^(cd|daisy|usb)$/.test(text['audio-type']);
  return onDisc || formats.includes('braille') || formats.includes('moon');
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
  const { contactBy, text } = request;
  const meant = likelyEmail(text.email);
  const wanted = readDate(text['needed-by'], today);
  const left = (field: TextField): unknown => {
    const number = (FIELD[field].limit ?? 0) - codePoints(text[field]).length;
    return number < NEARLY_FULL ? words(msg(str`Characters left: ${number}`)) : nothing;
  };
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
    'contact-by':
      contactBy !== 'post' && contactBy !== '' && comesByPost(request)
        ? msg('What you chose comes by post. We will ask you for an address.')
        : nothing,
    'needed-by':
      wanted !== undefined && due !== undefined && wanted < due
        ? words(
            msg(
              str`That is before ${dateWords(due)}. We will try to be quicker. If it cannot wait, contact us.`,
            ),
          )
        : nothing,
    ...Object.fromEntries(
      TEXT_FIELDS.filter((field) => FIELD[field].multiline).map((field) => [field, left(field)]),
    ),
  };
}
