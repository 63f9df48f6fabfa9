import { expect } from 'chai';
import fc from 'fast-check';
import { answersIn, mailtoFor, receiptAnswers } from '../../src/format-request/schema/answers.ts';
import type { Codes } from '../../src/format-request/schema/codes.ts';
import {
  CONTACT_CODES,
  DETAIL_CODES,
  FORMAT_CODES,
} from '../../src/format-request/schema/codes.ts';
import { likelyEmail } from '../../src/email/email-typo.ts';
import { CONTACT_WAYS, FORMATS, USUAL_FORMATS } from '../../src/format-request/schema/choices.ts';
import { documentValue } from '../../src/format-request/schema/document-value.ts';
import { FIELDS } from '../../src/format-request/schema/fields.ts';
import { problemsIn, problemText } from '../../src/format-request/schema/problems.ts';
import { documentsIn, readRequest } from '../../src/format-request/schema/request.ts';

type Fields = readonly (readonly [string, string])[];

const GOOD: Fields = [
  ['document', 'https://a.example/plan.pdf The plan'],
  ['format', 'braille'],
  ['contact-by', 'email'],
  ['email', 'sam@example.org'],
];

/** The good request with some fields given other values, or none. */
function but(changes: Readonly<Record<string, string | undefined>>): Fields {
  const kept = GOOD.filter(([name]) => !(name in changes));
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return [...kept, ...(given as [string, string][])];
}

function codes(fields: Fields): string[] {
  return problemsIn(readRequest(fields)).map(({ code }) => code);
}

describe('A request', () => {
  it('can be taken with a document, a format and one way to be reached', () => {
    expect(codes(GOOD)).to.deep.equal([]);
  });

  it('says everything that is wrong at once, in the order of the form', () => {
    expect(codes([])).to.deep.equal(['document-missing', 'format-missing', 'contact-missing']);
    expect(codes([['contact-by', 'post']])).to.deep.equal([
      'document-missing',
      'format-missing',
      'address-missing',
    ]);
  });

  it('is taken as soon as its sender can be reached, wherever its format goes', () => {
    expect(codes(but({ format: 'braille' }))).to.deep.equal([]);
    expect(
      codes(
        but({
          format: 'plain-text',
          email: undefined,
          'contact-by': 'phone',
          phone: '020 7946 0123',
        }),
      ),
    ).to.deep.equal([]);
  });

  it('in a form says for each format where it goes, and no second time how to be reached', () => {
    const asked = (changes: Readonly<Record<string, string>>): string[] =>
      problemsIn(
        readRequest(but({ email: undefined, 'contact-by': undefined, ...changes })),
        CONTACT_WAYS,
      ).map(({ code }) => code);
    const address = 'Flat 3, 12 High Street, Marshwell SW1A 2AA';
    const email = 'sam@example.org';
    const phone = '020 7946 0123';
    for (const [format, place, given, others] of [
      ['braille', 'address-missing', { address }, { email }],
      ['moon', 'address-missing', { address }, { email }],
      ['plain-text', 'email-missing', { email }, { phone }],
      ['read-aloud', 'phone-missing', { phone }, { email }],
      ['large-print', 'address-missing', { address }, { phone }],
      ['large-print', 'address-missing', { email }, { phone }],
      ['easy-read', 'address-missing', { email }, { phone }],
      ['word', 'email-missing', { address }, { phone }],
      ['html', 'email-missing', { email }, { phone }],
      ['accessible-pdf', 'email-missing', { email }, { phone }],
      ['epub', 'email-missing', { email }, { phone }],
      ['colour', 'address-missing', { address }, { phone }],
      ['bsl', 'email-missing', { email }, { phone }],
      ['audio', 'email-missing', { email }, { phone }],
      ['makaton', 'email-missing', { email }, { phone }],
      ['aphasia', 'address-missing', { address }, { phone }],
    ] as const) {
      expect(asked({ format }), format).to.deep.equal([place]);
      expect(asked({ format, ...given }), format).to.deep.equal([]);
      expect(asked({ format, ...others }), format).to.deep.equal([place]);
    }
    for (const type of ['cd', 'daisy', 'usb']) {
      const disc = { format: 'audio', 'audio-type': type };
      expect(asked({ ...disc, email }), type).to.deep.equal(['address-missing']);
      expect(asked({ ...disc, address }), type).to.deep.equal([]);
    }
    for (const format of ['language', 'other']) {
      const own = { format, 'format-other': 'On yellow paper' };
      expect(asked(own), format).to.deep.equal(['contact-missing']);
      expect(asked({ ...own, email }), format).to.deep.equal([]);
    }
  });

  it('that reports a problem needs no document, but is checked where it names one', () => {
    const report = { document: undefined, format: undefined, problem: 'The menu' };
    expect(codes(but(report))).to.deep.equal([]);
    expect(codes(but({ ...report, format: 'audio' }))).to.deep.equal(['document-missing']);
    expect(codes(but({ problem: 'The menu', format: undefined }))).to.deep.equal([
      'format-missing',
    ]);
  });

  it('keeps a typed title or address whole, whatever spaces are in it', () => {
    for (const [typed, read] of [
      [
        'https://a.example/a.pdf',
        { title: 'https://a.example/a.pdf', url: 'https://a.example/a.pdf' },
      ],
      ['https://a.example/Local plan 2026.pdf', { title: 'https://a.example/Local plan 2026.pdf' }],
    ] as const) {
      const request = readRequest(but({ document: undefined, 'document-other': typed }));
      expect(request.documents).to.deep.equal([]);
      expect(documentsIn(request)).to.deep.equal([read]);
    }
  });

  it('names each document once, and at most 50', () => {
    const twice = readRequest([
      ...GOOD,
      ...GOOD,
      ['document-other', 'a  Title'],
      ['document', 'A title'],
    ]);
    expect(twice.documents).to.deep.equal([
      { title: 'The plan', url: 'https://a.example/plan.pdf' },
      { title: 'A title' },
    ]);
    const many = Array.from({ length: 52 }, (_, at): [string, string] => [
      'document',
      `Plan ${String(at)}`,
    ]);
    const [problem] = problemsIn(readRequest([...GOOD.slice(1), ...many]));
    expect(problem).to.deep.equal({ field: 'document', code: 'documents-too-many', excess: 2 });
  });

  it('says by how much a text, a title or an address is too long, and names the field', () => {
    const [notes] = problemsIn(readRequest(but({ notes: 'é'.repeat(2003) })));
    expect(notes).to.deep.equal({ field: 'notes', code: 'too-long', excess: 3 });
    expect(notes && problemText(notes)).to.match(/^Anything else .*: shorten .* 3 characters$/);
    const [title] = problemsIn(readRequest(but({ document: 'x'.repeat(10_000) })));
    expect(title).to.deep.equal({ field: 'document', code: 'too-long', excess: 9500 });
    const [address] = problemsIn(
      readRequest(but({ document: `https://a.example/${'x'.repeat(2040)} T` })),
    );
    expect(address).to.deep.equal({ field: 'document', code: 'too-long', excess: 10 });
    expect(codes(but({ document: undefined, 'document-other': 'x'.repeat(501) }))).to.deep.equal([
      'too-long',
    ]);
  });

  it('keeps assistive technology whether it comes in one text or in several', () => {
    for (const at of [
      [['at', 'screen-reader switch']],
      [
        ['at', 'screen-reader'],
        ['at', 'switch'],
        ['at', 'switch'],
      ],
    ] as const) {
      expect(readRequest([...GOOD, ...at]).text.at).to.equal('screen-reader switch');
    }
  });

  it('takes an unknown format for a fault, without naming one that may not be on offer', () => {
    const [problem] = problemsIn(readRequest(but({ format: 'cassette' })));
    expect(problem?.code).to.equal('format-unknown');
    expect(problem && problemText(problem)).not.to.match(/another/i);
  });

  it('loses its direction marks, so that no name can turn what stands behind it', () => {
    const { documents, text } = readRequest(
      but({
        document: 'https://a.example/x.pdf \u202Efdp.exe\u202C \u2066x\u2069',
        name: '\u202ESam\u200B <script>alert(1)</script> 🧑🏽‍🦯',
      }),
    );
    expect(documents[0]?.title).to.equal('fdp.exe x');
    expect(text.name).to.equal('Sam <script>alert(1)</script> 🧑🏽‍🦯');
  });

  it('is read the same whatever is typed, and never fails to be read', () => {
    const names = fc.constantFrom(...FIELDS, '__proto__', 'constructor', '_key');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (fields) => {
        const request = readRequest(fields);
        problemsIn(request).forEach((problem) => expect(problemText(problem)).to.be.a('string'));
        const again: [string, string][] = [
          ...request.documents.map((one): [string, string] => ['document', documentValue(one)]),
          ...request.formats.map((slug): [string, string] => ['format', slug]),
          ['contact-by', request.contactBy],
          ...Object.entries({ ...request.text, 'document-other': '' }),
        ];
        expect(readRequest(again).documents).to.deep.equal(request.documents);
        expect(readRequest(again).formats).to.deep.equal(request.formats);
      }),
      { numRuns: 200 },
    );
  });
});

describe('An email address', () => {
  it('is taken as people type, copy and dictate it', () => {
    for (const [typed, read] of [
      [' sam@example.org ', 'sam@example.org'],
      ['mailto:sam@example.org', 'sam@example.org'],
      ['<sam@example.org>', 'sam@example.org'],
      ['Sam Lee <sam@example.org>', 'sam@example.org'],
      ['sam @ example.org', 'sam@example.org'],
      ["'sam@example.org'", 'sam@example.org'],
      ['“sam@example.org”', 'sam@example.org'],
      ['sam\u200B@example.org\u00A0', 'sam@example.org'],
      ['\u200Esam@example.org\u200F', 'sam@example.org'],
      ['sam@exam\u00ADple.org', 'sam@example.org'],
      ['søren.ó@exämple.org', 'søren.ó@exämple.org'],
      ["o'hara+news@mail.example.co.uk", "o'hara+news@mail.example.co.uk"],
      ['o’hara@example.org', "o'hara@example.org"],
      ['sam@example.org.', 'sam@example.org'],
      ['sam@example.org,', 'sam@example.org'],
      ['“<sam@example.org>”', 'sam@example.org'],
      ["'mailto:sam@example.org'.", 'sam@example.org'],
    ] as const) {
      const request = readRequest(but({ email: typed }));
      expect(request.text.email, typed).to.equal(read);
      expect(problemsIn(request), typed).to.deep.equal([]);
    }
  });

  it('is sent back where no mail could arrive, or where it would carry more than an address', () => {
    for (const typed of [
      'sam',
      'sam@',
      '@example.org',
      'sam@example',
      'sam@.org',
      'sam smith@example.org',
      'sam@example.org, kim@example.org',
      'sam@example.org\r\nBcc: everybody@example.org',
    ]) {
      expect(codes(but({ email: typed })), typed).to.deep.equal(['email-malformed']);
    }
    expect(codes(but({ email: `${'x'.repeat(250)}@a.org` }))).to.deep.equal(['too-long']);
  });

  it('one slip away from a common one gets a hint, and a real neighbour does not', () => {
    for (const [typed, meant] of [
      ['Sam@gmial.com', 'Sam@gmail.com'],
      ['sam@gmail.con', 'sam@gmail.com'],
      ['SAM@GMIAL.COM', 'SAM@gmail.com'],
      ['sam@Gmail.com', ''],
      ['İsmail@gmial.com', 'İsmail@gmail.com'],
      ['sam@hotmail.co.ukk', 'sam@hotmail.co.uk'],
      ['sam@outlok.com', 'sam@outlook.com'],
      ['sam@nhs.ent', 'sam@nhs.net'],
      ['sam@ymail.com', ''],
      ['sam@gmail.com', ''],
      ['sam@example.org', ''],
      ['sam', ''],
    ] as const) {
      expect(likelyEmail(typed), typed).to.equal(meant);
    }
  });
});

describe('A phone number', () => {
  const taken = (phone: string) => codes(but({ 'contact-by': 'phone', phone }));

  it('is taken in every way that people group it', () => {
    for (const phone of [
      '020 7946 0123',
      '(020) 7946-0123',
      '+44 (0)20 7946 0123',
      '020 7946 0123 ext. 12',
      '020 7946 0123 extension 4567',
      '07700 900123x3',
      'tel: 07700–900–123',
      '07700‑900‑123',
      // Relay UK's prefixes go in front of the whole number.
      '18001 020 7946 0123',
      '18002 +44 (0)20 7946 0123',
      '٠٧٧٠٠ ٩٠٠١٢٣',
      // What people say beside their number is for whoever rings it.
      '07700 900123 (text only)',
      'Mobile 07700 900123',
      'Max 07700900123',
      'Ffôn: 029 2018 0123',
      '020 7946 0123 extn 12',
      '07700900123 after 6pm',
      'BT Relay 18001 020 7946 0123',
      // One of several is enough, and so is the name of a service that connects the call.
      '020 7946 0123 or 07700 900123',
      '020 7946 0123 / 07700 900123',
      '02079460123, 07700900123',
      'home 020 7946 0123 and mobile 07700 900123',
      'I only use SignVideo',
      'Sign Live please',
      'Relay UK',
      'through my BSL interpreter',
    ]) {
      expect(taken(phone), phone).to.deep.equal([]);
    }
  });

  it('is sent back where nobody could ring it', () => {
    for (const phone of ['999', '0207946', 'ring Sam', 'sam@example.org', '0'.repeat(16)]) {
      expect(taken(phone), phone).to.deep.equal(['phone-malformed']);
    }
    expect(taken('')).to.deep.equal(['phone-missing']);
  });
});

describe('An address', () => {
  const address = (...fields: Fields): string =>
    readRequest([...but({ email: undefined, 'contact-by': 'post' }), ...fields]).text.address;

  it('is taken as it is written: in one line, in many, abroad', () => {
    for (const typed of [
      'Flat 3, 12 High Street, Marshwell SW1A 2AA',
      'Sam Okoro\nFlat 3\n12 High Street\nMarshwell\nSW1A 2AA',
      'Kim Müller, Hauptstraße 5, 10115 Berlin, Germany',
      'Cashel, Co. Tipperary, Ireland',
      '東京都千代田区1-1',
    ]) {
      expect(address(['address', typed])).to.equal(typed);
      expect(codes(but({ 'contact-by': 'post', address: typed })), typed).to.deep.equal([]);
    }
  });

  it('in parts is put together', () => {
    const parts: Fields = [
      ['postcode', 'SW1A 2AA'],
      ['town', 'Marshwell'],
      ['address-line1', '12 High Street'],
    ];
    expect(address(...parts)).to.equal('12 High Street\nMarshwell\nSW1A 2AA');
    expect(address(...parts, ['address', 'Elsewhere'])).to.equal('Elsewhere');
  });

  it('that is an email address is one, wherever it was typed', () => {
    const { text, contactBy } = readRequest([
      ['format', 'large-print'],
      ['address', 'sam@example.org'],
    ]);
    expect([text.email, text.address, contactBy]).to.deep.equal(['sam@example.org', '', 'email']);
    // Two that differ are both kept.
    const both = readRequest(but({ address: 'kim@example.org' })).text;
    expect([both.email, both.address]).to.deep.equal(['sam@example.org', 'kim@example.org']);
  });
});

describe('The codes', () => {
  const tables: Partial<Record<string, Codes>>[] = [FORMAT_CODES, DETAIL_CODES, CONTACT_CODES];
  const all = tables.flatMap((table) => Object.values(table)).filter((one) => one !== undefined);

  it('are there for each format and each way to be reached, in the shape of their systems', () => {
    const tables: Partial<Record<string, Codes>>[] = [FORMAT_CODES, DETAIL_CODES, CONTACT_CODES];
    const all = tables.flatMap((table) => Object.values(table)).filter((one) => one !== undefined);
    for (const { hmcts, snomed } of all) {
      if (hmcts) expect(hmcts).to.match(/^(RA00\d\d|OT0001)$/);
      if (snomed) expect(snomed).to.match(/^\d{9,18}$/);
    }
    expect(Object.keys(FORMAT_CODES)).to.deep.equal([...FORMATS]);
    expect(Object.keys(CONTACT_CODES).sort()).to.deep.equal([...CONTACT_WAYS].sort());
  });

  it('have the check digit that every SNOMED CT identifier ends with', () => {
    const multiply = (a: number, b: number): number => {
      if (a < 5 && b < 5) return (a + b) % 5;
      if (a < 5) return ((a + (b - 5)) % 5) + 5;
      if (b < 5) return ((a - 5 - b + 5) % 5) + 5;
      return (a - b + 5) % 5;
    };
    const shuffle = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    const permuted = (digit: number, times: number): number =>
      times === 0 ? digit : permuted(shuffle[digit] ?? 0, times - 1);
    const sum = (digits: string): number =>
      [...digits.split('')]
        .reverse()
        .reduce((total, digit, at) => multiply(total, permuted(Number(digit), at % 8)), 0);
    for (const { snomed } of all) {
      if (snomed) expect(sum(snomed), snomed).to.equal(0);
    }
  });

  it('leave the rare formats to the organisations that make them', () => {
    expect(FORMATS.filter((slug) => !USUAL_FORMATS.includes(slug))).to.deep.equal([
      'moon',
      'makaton',
      'aphasia',
      'language',
    ]);
  });
});

describe('A request in words', () => {
  const request = readRequest([
    ...GOOD,
    ['braille-grade', 'contracted'],
    ['at', 'screen-reader'],
    ['notes', 'One\nTwo'],
  ]);

  it('has every answer, in the order of the form', () => {
    expect(answersIn(request).map(({ answer }) => answer)).to.deep.equal([
      'The plan https://a.example/plan.pdf',
      'Braille',
      'Contracted (grade 2)',
      'sam@example.org',
      'Email',
      'Screen reader',
      'One\nTwo',
    ]);
  });

  it('on a receipt has all that was asked, as it was written, without addresses of documents', () => {
    const asked = readRequest([
      ...GOOD,
      ['document-other', 'Another plan'],
      ['format', 'large-print'],
      ['large-print-size', '18 point'],
      ['braille-grade', 'contracted'],
      ['phone', '+44 (0)20 7946 0123 ext 4'],
      ['needed-by', 'next Friday'],
    ]);
    const answers = receiptAnswers(asked, '2026-11-23').map(({ answer }) => answer);
    expect(answers).to.deep.equal([
      'The plan; Another plan',
      'Large print, Braille',
      '18 point',
      'Contracted (grade 2)',
      'sam@example.org',
      '+44 (0)20 7946 0123 ext 4',
      'Email',
      'Friday 4 December 2026 (next Friday)',
    ]);
  });

  it('fits into a mail address, and says so where the rest does not', () => {
    const short = mailtoFor('a@b.example', 'Subject & more', 'One\nTwo', 'Cut off.');
    expect(short).to.equal('mailto:a@b.example?subject=Subject%20%26%20more&body=One%0D%0ATwo');
    for (const letter of ['x', '🦯', '\n']) {
      const long = mailtoFor('a@b.example', 'S', letter.repeat(10_000), 'Cut off.');
      expect(long.length).to.be.within(1700, 1800);
      expect(decodeURIComponent(long)).to.match(/…\r\nCut off\.$/);
    }
  });

  it('never lets an organisation’s address add a line to the mail', () => {
    expect(mailtoFor('a@b.example?bcc=x@y.example', 'S', 'B', '')).not.to.match(/\?bcc=/);
  });
});
