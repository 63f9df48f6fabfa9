/** Mail of ours that came back to the address that it was sent from. */
export interface Bounce {
  /** The request that the mail was about. */
  readonly reference: string;
  /** The channel over which the mail went out. */
  readonly channel: string;
  /** What happened, in words of our own. */
  readonly problem: string;
}

const REFERENCE = '([2-9A-Y]{4}-[2-9A-Y]{4})';

/**
 * What tells our mail, and the request that it is about: its `Message-ID`, which is its envelope id too, or
 * its subject, which is all that some mail systems send back.
 */
const OURS: readonly (readonly [mark: RegExp, channel?: string])[] = [
  [new RegExp(`\\b${REFERENCE}\\.([a-z-]{1,40})@`)],
  [new RegExp(`^Subject: *Request ${REFERENCE}\\b`, 'im'), 'email'],
  [new RegExp(`^Subject:.{0,80}\\b${REFERENCE}\\b`, 'im'), 'email-acknowledgement'],
];

/** Who sends bounces, where no part of the mail says that it is one. */
const MAILER = /^(mailer-daemon|postmaster|mail-?delivery|mdaemon|uucp|double-bounce)\b/i;

/** What a subject says of a mail that is still on its way. */
const STILL_TRIED = /delay|still being|will keep trying|not yet|warning:/i;

/** What an enhanced status code means (RFC 3463), by the digits after its class. */
const MEANINGS: readonly (readonly [code: RegExp, meaning: string])[] = [
  [/^1\.[0-36]|^1\.10/, 'there is no such address'],
  [/^2\.[01]/, 'the mailbox is closed'],
  [/^2\.2/, 'the mailbox is full'],
  [/^[23]\.[34]/, 'the mail was too large'],
  [/^4\./, 'no server takes mail for the address'],
  [/^7\./, 'the server refused it'],
];

/** Fields of a report, from every recipient that it names. A line that begins with a space goes on. */
function fields(report: string, name: string): readonly string[] {
  return report
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .filter((line) => line.toLowerCase().startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).trim());
}

function inWords(status: string): string {
  const [code = '', detail = ''] = /\b[245]\.(\d{1,3}\.\d{1,3})\b/.exec(status) ?? [];
  const meaning = MEANINGS.find(([pattern]) => pattern.test(detail))?.[1];
  const why = [meaning, code && `status ${code}`].filter(Boolean).join(', ');
  return why === '' ? 'The mail came back' : `The mail came back: ${why}`;
}

/**
 * Reads a mail that may be a bounce: a delivery status notification (RFC 3464), or what older mail
 * systems write in its place. docs/receiver/bounces.md lists the kinds.
 *
 * @param mail - the mail as it arrived, with its headers.
 * @returns `undefined` where it is no bounce, is about something that still may arrive, or is not about
 *   mail of ours.
 */
export async function readBounce(mail: Uint8Array): Promise<Bounce | undefined> {
  const { default: PostalMime } = await import('postal-mime').catch(() => {
    throw new Error(
      'Reading bounces needs the package postal-mime. Install it beside Handrail: npm install postal-mime',
    );
  });
  const { headers, from, subject, text, html, attachments } = await PostalMime.parse(mail, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  });
  const contents = attachments.map(({ mimeType, content }) => ({
    type: mimeType,
    content: typeof content === 'string' ? content : new TextDecoder().decode(content),
  }));
  const reports = contents.filter(({ type }) => /delivery-status/i.test(type));
  const report = reports.map(({ content }) => content).join('\n');
  const actions = fields(report, 'action').map((action) => action.toLowerCase());
  const isReport = actions.length > 0;
  // A report of several recipients is ours where one of them failed: what we send has one alone.
  const failed = isReport
    ? actions.some((action) => /^(failed|expired)\b/.test(action))
    : (MAILER.test(from?.address || from?.name || '') ||
        headers.some(({ key }) => key === 'x-failed-recipients')) &&
      !STILL_TRIED.test(subject ?? '');
  if (!failed) return undefined;
  // Exchange puts the subject of what comes back into its own.
  const whole = [
    ...contents.map(({ content }) => content),
    text,
    html,
    `Subject: ${subject ?? ''}`,
  ];
  const returned = whole.join('\n');
  const [found] = OURS.flatMap(([mark, channel = '']) => {
    const [, reference, named = channel] = mark.exec(returned) ?? [];
    return reference === undefined ? [] : [{ reference, channel: named }];
  });
  if (found === undefined) return undefined;
  const status = fields(report, 'status')[0] ?? text ?? '';
  return { ...found, problem: inWords(status) };
}
