import { londonTime } from '../calendar/london.ts';
import { dateWords } from '../i18n/dates.ts';
import type { IsoDate } from '../calendar/london.ts';
import { requestLines } from '../receiver/index.ts';
import type { CaseFile, Counts, StoredRequest } from '../receiver/index.ts';

/** Typed text as a terminal may show it: nothing in it moves the field or turns the writing round. */
export function plain(text: string): string {
  return text.replace(
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    '',
  );
}

function when(instant: string): string {
  const { date, minutes } = londonTime(new Date(instant));
  const clock = [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, '0'));
  return `${dateWords(date)}, ${clock.join(':')}`;
}

function row({ reference, state, replyBy, documents, formats, answers }: StoredRequest): string {
  const title = documents[0]?.title ?? answers['document-other'] ?? '';
  const more = documents.length > 1 ? ` and ${String(documents.length - 1)} more` : '';
  const what = `${plain(formats.join(', '))}: ${plain(title).replaceAll('\n', ' ').slice(0, 60)}${more}`;
  return `  ${reference}  ${replyBy ?? 'no date   '}  ${state.padEnd(12)}  ${what}\n`;
}

/** The list of requests, in the groups in which they press. */
export function listText(
  requests: readonly StoredRequest[],
  backlog: { readonly waiting: number; readonly failed: number },
  today: IsoDate,
): string {
  const held = requests.filter(({ state }) => state === 'quarantined');
  const open = requests.filter((request) => !held.includes(request));
  const groups: readonly (readonly [string, (replyBy: IsoDate) => boolean])[] = [
    ['Overdue', (replyBy) => replyBy < today],
    ['Due today', (replyBy) => replyBy === today],
    ['Due later', (replyBy) => replyBy > today],
  ];
  // What has no date comes last: its date lies past the table of bank holidays.
  const parts = groups.map(([name, fits]) => {
    const found = open.filter(({ replyBy }) => fits(replyBy ?? '9999-12-31'));
    return found.length === 0
      ? ''
      : `${name} (${String(found.length)})\n${found.map(row).join('')}\n`;
  });
  const first =
    held.length === 0
      ? ''
      : `In quarantine, to be looked at (${String(held.length)})\n${held.map(row).join('')}` +
        '"show" says why. Then: handrail requests set REFERENCE new, or spam\n\n';
  const text = first + parts.join('') || 'Nothing is waiting for an answer.\n';
  const failed =
    backlog.failed === 0
      ? ''
      : `${String(backlog.failed)} messages could not be sent. "show" says which; then: handrail receive retry\n`;
  return text + failed;
}

/** One request with its history and its messages. */
export function caseText({ request, history, deliveries }: CaseFile): string {
  const lines = [
    ['Reference', request.reference] as const,
    ['State', request.state] as const,
    ...requestLines(request),
    ...(request.quarantine.length === 0
      ? []
      : [['In quarantine because', request.quarantine.join('; ')] as const]),
    ...(request.wipedAt === null
      ? []
      : [['Personal details', `wiped on ${when(request.wipedAt)}`] as const]),
  ].map(([name, value]) => `${name}: ${plain(value).replaceAll('\n', '\n  ')}\n`);
  const steps = history.map(
    ({ at, by, state, note }) =>
      `  ${when(at)}: ${state}, by ${plain(by)}${note === '' ? '' : `: ${plain(note).replaceAll('\n', ' ')}`}\n`,
  );
  const messages = deliveries.map(
    ({ channel, state, attempts, at, problem }) =>
      `  ${channel}: ${state}, ${String(attempts)} attempts, ${when(at)}${problem === '' ? '' : `, ${problem}`}\n`,
  );
  return (
    lines.join('') +
    (steps.length === 0 ? '' : `\nHistory\n${steps.join('')}`) +
    (messages.length === 0 ? '' : `\nMessages\n${messages.join('')}`)
  );
}

function times(count: number): string {
  return count === 1 ? 'once' : `${String(count)} times`;
}

/** What is asked for most: a document near the top is one to publish as HTML. */
export function countsText({ formats, documents, states, answered }: Counts): string {
  const open = states.new + states.acknowledged + states['in-progress'];
  return (
    `Formats\n${formats.map(({ format, requests }) => `  ${plain(format)}: ${times(requests)}\n`).join('')}\n` +
    `Documents\n${documents
      .map(({ title, url, requests }) => {
        const advice = requests >= 3 ? '; publish it as HTML' : '';
        return `  ${plain(title)}${url === null ? '' : ` <${url}>`}: asked for ${times(requests)}${advice}\n`;
      })
      .join('')}\n` +
    `Open: ${String(open)}. Answered by the date: ${String(answered.onTime)}, later: ${String(answered.late)}. ` +
    `In quarantine: ${String(states.quarantined)}. Spam: ${String(states.spam)}.\n`
  );
}
