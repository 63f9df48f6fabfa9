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
      'town-missing',
      'postcode-missing',
      'name-missing',
    ]);
  });

  it('for braille goes through with an email address alone', () => {
    expect(codes(but({ format: 'braille' }))).to.deep.equal([]);
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
      'sam@example.org.',
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

describe('A postcode', () => {
  const post = (postcode: string): Fields =>
    but({
      'contact-by': 'post',
      'address-line1': '1 High Street',
      town: 'London',
      name: 'Sam',
      postcode,
    });

  it('is taken in any spacing and case, and written as the Royal Mail does', () => {
    for (const [typed, read] of [
      ['sw1a2aa', 'SW1A 2AA'],
      ['SW1A 2AA', 'SW1A 2AA'],
      ['n 1 9 g u', 'N1 9GU'],
      ['(M1-1AE)', 'M1 1AE'],
      ['75008', '75008'],
      ['D02 X285', 'D02 X285'],
    ] as const) {
      const request = readRequest(post(typed));
      expect(request.text.postcode, typed).to.equal(read);
      expect(problemsIn(request), typed).to.deep.equal([]);
    }
  });

  it('is sent back where it is half a one or none', () => {
    for (const typed of ['SW1A', 'N1', 'London', '-', '1']) {
      expect(codes(post(typed)), typed).to.deep.equal(['postcode-malformed']);
    }
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
      'Screen reader',
      'Email',
      'sam@example.org',
      'One\nTwo',
    ]);
  });

  it('on a receipt covers most of where the answer goes', () => {
    expect(receiptAnswers(request).map(({ answer }) => answer)).to.deep.equal([
      'The plan',
      'Braille',
      'Email: s…@example.org',
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
