import type { ContactWay } from '../../src/format-request/schema/choices.ts';

/** One thing that somebody does with a form, at the next place where it can be done. */
export type Step =
  /** Ticks a box: `name=value`. */
  | { readonly tick: string }
  /** Chooses one answer of several with the arrows: the so-many-th of a question, from 0. */
  | { readonly choose: string; readonly down: number }
  | { readonly type: string; readonly text: string }
  /** Opens what is behind a control, by its words. */
  | { readonly open: string };

/** Somebody who asks, and what has to come of it. */
export interface Person {
  /** Who asks for what, as the end of a test's name. */
  readonly asks: string;
  /** The documents: those of the page's list, by title, are ticked there where there is a list. */
  readonly documents: readonly string[];
  /** What is answered beside the documents, in the order of the form. */
  readonly steps: readonly Step[];
  /** How the receiver has to know that they can be reached. Where no script asks where things go, it is chosen first. */
  readonly reached: ContactWay;
  /** What the receiver has to have kept, beside the documents. */
  readonly formats: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  /** What their receipt says, with the words of the answers between. */
  readonly receipt: readonly RegExp[];
  /** The most presses of Tab from the first document to the button that they may need. */
  readonly tabs?: number;
}

const MORE = { open: 'More that would help us (optional)' };

/** The documents on the page, in its order. */
export const DOCUMENTS = ['Local plan', 'Policies map', 'Housing survey'];

/** Ten people, each of whom meets something that request forms get wrong. */
export const PEOPLE: readonly Person[] = [
  {
    asks: 'contracted braille by post, with the address in one line, by next Friday',
    documents: ['Local plan'],
    steps: [
      { tick: 'format=braille' },
      { choose: 'braille-grade', down: 0 },
      { type: 'address', text: 'Jo Reed, Flat 3, 12 High Street, Marshwell SW1A 2AA' },
      { type: 'needed-by', text: 'next Friday' },
    ],
    reached: 'post',
    formats: ['braille'],
    answers: {
      'braille-grade': 'contracted',
      address: 'Jo Reed, Flat 3, 12 High Street, Marshwell SW1A 2AA',
      'needed-by': 'next Friday',
    },
    receipt: [
      /Local plan/,
      /Braille/,
      /\bContracted/i,
      /Flat 3, 12 High Street/,
      /Friday \d+ \w+ 20\d\d \(next Friday\)/,
    ],
    tabs: 20,
  },
  {
    asks: 'an audio CD that goes to a friend’s address, and gives an email as well',
    documents: ['Housing survey'],
    steps: [
      { tick: 'format=audio' },
      { choose: 'audio-type', down: 1 },
      { type: 'address', text: 'Care of Ann Lee\n4 Mill Lane\nMarshwell' },
      { open: 'Contact me in another way' },
      { choose: 'contact-by', down: 0 },
      { type: 'email', text: 'jo@example.com' },
    ],
    reached: 'email',
    formats: ['audio'],
    answers: {
      'audio-type': 'cd',
      address: 'Care of Ann Lee\n4 Mill Lane\nMarshwell',
      email: 'jo@example.com',
    },
    receipt: [/Housing survey/, /CD/, /Care of Ann Lee/, /jo@example\.com/],
  },
  {
    asks: 'large print at a size of their own for two documents, to an address abroad',
    documents: ['Local plan', 'Policies map'],
    steps: [
      { tick: 'format=large-print' },
      { type: 'large-print-other', text: '28 point' },
      { type: 'large-print-notes', text: 'Bold, on cream paper' },
      { type: 'address', text: 'M. Weber\nHauptstr. 5\n10115 Berlin\nGermany' },
    ],
    reached: 'post',
    formats: ['large-print'],
    answers: {
      'large-print-other': '28 point',
      'large-print-notes': 'Bold, on cream paper',
      address: 'M. Weber\nHauptstr. 5\n10115 Berlin\nGermany',
    },
    receipt: [/Local plan; Policies map/, /28 point/, /Bold, on cream paper/, /Hauptstr\. 5/],
  },
  {
    asks: 'a Word file, with a stop at the end of their email, as soon as possible',
    documents: ['Policies map'],
    steps: [
      { tick: 'format=word' },
      { type: 'email', text: "pat.o'neill@example.com." },
      { type: 'needed-by', text: 'ASAP' },
    ],
    reached: 'email',
    formats: ['word'],
    answers: { email: "pat.o'neill@example.com", 'needed-by': 'ASAP' },
    receipt: [/Word document/, /pat\.o'neill@example\.com/, /ASAP/],
  },
  {
    asks: 'a call in which it is read out, on either of two numbers, on some afternoon',
    documents: ['Local plan'],
    steps: [
      { tick: 'format=read-aloud' },
      { type: 'phone', text: '020 7946 0123 or 07700 900123' },
      { type: 'phone-notes', text: 'Afternoons' },
    ],
    reached: 'phone',
    formats: ['read-aloud'],
    answers: { phone: '020 7946 0123 or 07700 900123', 'phone-notes': 'Afternoons' },
    receipt: [/Somebody to read it/, /020 7946 0123 or 07700 900123/, /Afternoons/],
  },
  {
    asks: 'a video in British Sign Language, and to be asked back by SignVideo alone',
    documents: ['Local plan'],
    steps: [
      { tick: 'format=bsl' },
      { type: 'email', text: 'max@example.com' },
      { open: 'Contact me in another way' },
      { choose: 'contact-by', down: 2 },
      { type: 'phone', text: 'I only use SignVideo' },
    ],
    reached: 'phone',
    formats: ['bsl'],
    answers: { email: 'max@example.com', phone: 'I only use SignVideo' },
    receipt: [/British Sign Language/, /I only use SignVideo/],
  },
  {
    asks: 'Easy Read for somebody whom they care for, with a word about them, in 2 weeks',
    documents: ['The leaflet about parking'],
    steps: [
      { tick: 'format=easy-read' },
      { type: 'address', text: 'Sam Hill\n9 Dale Road\nMarshwell' },
      { type: 'needed-by', text: 'in 2 weeks' },
      MORE,
      { type: 'name', text: 'Kim Hill' },
      { type: 'notes', text: 'It is for my brother.\nPlease write to him.' },
    ],
    reached: 'post',
    formats: ['easy-read'],
    answers: {
      address: 'Sam Hill\n9 Dale Road\nMarshwell',
      'needed-by': 'in 2 weeks',
      name: 'Kim Hill',
      notes: 'It is for my brother.\nPlease write to him.',
    },
    receipt: [/The leaflet about parking/, /20\d\d \(in 2 weeks\)/, /Kim Hill/, /for my brother/],
  },
  {
    asks: 'a PDF that their screen reader can read, and says which one they use',
    documents: ['Policies map'],
    steps: [
      { tick: 'format=accessible-pdf' },
      { type: 'email', text: 'lee@example.org' },
      MORE,
      { tick: 'at=screen-reader' },
      { tick: 'at=braille-display' },
      { type: 'at-detail', text: 'NVDA 2026.3' },
    ],
    reached: 'email',
    formats: ['accessible-pdf'],
    answers: {
      email: 'lee@example.org',
      at: 'screen-reader braille-display',
      'at-detail': 'NVDA 2026.3',
    },
    receipt: [/PDF that works with a screen reader/, /Screen reader/, /NVDA 2026\.3/],
  },
  {
    asks: 'a format that is on no list, and a text message to a number with +44',
    documents: ['Housing survey'],
    steps: [
      { open: 'More formats' },
      { tick: 'format=other' },
      { type: 'format-other', text: 'Tactile diagrams' },
      { choose: 'contact-by', down: 3 },
      { type: 'phone', text: '+44 (0)7700 900 456' },
    ],
    reached: 'text',
    formats: ['other'],
    answers: { 'format-other': 'Tactile diagrams', phone: '+44 (0)7700 900 456' },
    receipt: [/Tactile diagrams/, /Text message/, /\+44 \(0\)7700 900 456/],
  },
  {
    asks: 'plain text and braille of one document, whose email stays beside the address',
    documents: ['Local plan'],
    steps: [
      { tick: 'format=braille' },
      { choose: 'braille-grade', down: 2 },
      { type: 'address', text: 'Ali Khan, 2 Bridge Street, Marshwell' },
      { open: 'More formats' },
      { tick: 'format=plain-text' },
      { type: 'email', text: 'ali@example.net' },
      { type: 'needed-by', text: 'Dec 3' },
    ],
    reached: 'email',
    formats: ['braille', 'plain-text'],
    answers: {
      'braille-grade': 'not-sure',
      address: 'Ali Khan, 2 Bridge Street, Marshwell',
      email: 'ali@example.net',
      'needed-by': 'Dec 3',
    },
    receipt: [/Braille, Plain text/, /2 Bridge Street/, /ali@example\.net/, /3 December 20\d\d/],
  },
];
