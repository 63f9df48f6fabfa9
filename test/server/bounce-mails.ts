/** What comes back, or does not, as mail systems write it: docs/receiver/bounces.md lists the kinds. */

const ID = '<K7M4-PX3T.email-acknowledgement@council.example>';

/** A report of RFC 3464, of which each part can be changed. */
export function report({
  from = 'Mail Delivery System <MAILER-DAEMON@mx.example.org>',
  subject = 'Undelivered Mail Returned to Sender',
  type = 'multipart/report; report-type=delivery-status',
  status = ['Final-Recipient: rfc822; pat@example.org', 'Action: failed', 'Status: 5.1.1'],
  returnedType = 'text/rfc822-headers',
  returned = [`Message-ID: ${ID}`, 'Subject: We have received your request K7M4-PX3T'],
}: {
  readonly from?: string;
  readonly subject?: string;
  readonly type?: string;
  readonly status?: readonly string[];
  readonly returnedType?: string;
  readonly returned?: readonly string[];
} = {}): string {
  return [
    `From: ${from}`,
    'To: forms@council.example',
    `Subject: ${subject}`,
    'Message-ID: <1234@mx.example.org>',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; boundary="part"`,
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Your message could not be delivered. Please try again.',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    ...status,
    '',
    '--part',
    `Content-Type: ${returnedType}`,
    '',
    ...returned,
    '',
    '--part--',
    '',
  ].join('\r\n');
}

/** A bounce without parts, as qmail, old Exchange and telephone companies write it. */
export function letter(
  headers: readonly string[],
  body: readonly string[] = ['No such mailbox.', '', `Message-ID: ${ID}`],
): string {
  return ['To: forms@council.example', 'MIME-Version: 1.0', ...headers, '', ...body, ''].join(
    '\r\n',
  );
}

const DAEMON = 'From: MAILER-DAEMON@mx.example.org';

/** What is noted of a report as `report()` writes it. */
export const GONE = 'The mail came back: there is no such address, status 5.1.1';

/** Mail that says that the acknowledgement of request K7M4-PX3T did not arrive, and what is noted. */
export const BACK: Readonly<Record<string, readonly [mail: string, problem: string]>> = {
  'a report with the headers of what comes back': [report(), GONE],
  'a report with the whole mail': [
    report({
      returnedType: 'message/rfc822',
      returned: ['From: forms@council.example', `Message-ID: ${ID}`, '', 'We have it.'],
    }),
    GONE,
  ],
  'a report in multipart/mixed': [report({ type: 'multipart/mixed' }), GONE],
  'a report with the envelope id alone': [
    report({
      status: [
        'Original-Envelope-Id: K7M4-PX3T.email-acknowledgement@council.example',
        'Action: failed',
        'Status: 5.1.1',
      ],
      returned: ['Subject: cut off'],
    }),
    GONE,
  ],
  'a report with the subject alone': [
    report({ returned: ['Subject: We have received your request K7M4-PX3T'] }),
    GONE,
  ],
  'a report whose fields are in capitals and folded': [
    report({
      status: [
        'FINAL-RECIPIENT: RFC822;',
        ' pat@example.org',
        'ACTION:',
        ' Failed',
        'STATUS: 5.1.1',
      ],
    }),
    GONE,
  ],
  'a report of a time that has run out': [
    report({ status: ['Action: expired', 'Status: 4.4.7'] }),
    'The mail came back: no server takes mail for the address, status 4.4.7',
  ],
  'a full mailbox': [
    report({ status: ['Action: failed', 'Status: 5.2.2'] }),
    'The mail came back: the mailbox is full, status 5.2.2',
  ],
  'a closed mailbox': [
    report({ status: ['Action: failed', 'Status: 5.2.1 (disabled)'] }),
    'The mail came back: the mailbox is closed, status 5.2.1',
  ],
  'a server that refuses': [
    report({ status: ['Action: failed', 'Status: 5.7.26'] }),
    'The mail came back: the server refused it, status 5.7.26',
  ],
  'a mail that is too large': [
    report({ status: ['Action: failed', 'Status: 5.3.4'] }),
    'The mail came back: the mail was too large, status 5.3.4',
  ],
  'a status that says nothing': [
    report({ status: ['Action: failed', 'Status: 5.0.0'] }),
    'The mail came back: status 5.0.0',
  ],
  'Exchange, which names the subject in its own': [
    report({
      from: 'postmaster@council.example',
      subject: 'Undeliverable: We have received your request K7M4-PX3T',
      returned: [],
    }),
    GONE,
  ],
  qmail: [letter([DAEMON, 'Subject: failure notice']), 'The mail came back'],
  'a mail server without an address of its own': [
    letter(['From: MAILER-DAEMON <>', 'Subject: Mail delivery failed']),
    'The mail came back',
  ],
  Exim: [
    letter(
      ['From: Mail Delivery System <gone@mx.example.org>', 'X-Failed-Recipients: pat@example.org'],
      ['550 5.1.1 no such user', '', `Message-Id: ${ID}`],
    ),
    GONE,
  ],
};

/** Mail that says no such thing. */
export const NOT_BACK: Readonly<Record<string, string>> = {
  'a report of a delay': report({ status: ['Action: delayed', 'Status: 4.4.1'] }),
  'a report that it was delivered': report({ status: ['Action: delivered', 'Status: 2.1.5'] }),
  'a report that it was passed on': report({ status: ['Action: relayed', 'Status: 2.1.9'] }),
  'a report of somebody else’s mail': report({ returned: ['Message-ID: <a@b.example>'] }),
  'a warning of a delay': letter([DAEMON, 'Subject: Warning: message delayed 24 hours']),
  'a note of a delay': letter([DAEMON, 'Subject: Delivery Status Notification (Delay)']),
  'a holiday message': letter([
    'From: pat@example.org',
    'Subject: Out of office',
    'Auto-Submitted: auto-replied',
    `In-Reply-To: ${ID}`,
  ]),
  'an answer that quotes the mail': letter(
    ['From: pat@example.org', 'Subject: Re: We have received your request K7M4-PX3T'],
    [`> Message-ID: ${ID}`, '> Action: failed'],
  ),
  'an empty mail': '',
  'no mail': '\u0000\u0001 not a mail',
};
