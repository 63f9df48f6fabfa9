import { MEDIA } from './kinds.ts';

/** Names that mean a document wherever they stand, and names that are words too. */
const PLAIN_KIND = 'pdfs?|docx?|xlsx?|pptx?|od[tsp]|opendocument|epub|csv|rtf';
const KIND = `(?:${PLAIN_KIND}|word|excel|powerpoint|html|web ?page)`;
const SIZE = String.raw`[\d.,]*\d\s*(?:[kmg]i?b|(?:kilo|mega)?bytes)\b`;
const NOUN = '(?: (?:document|file|version|format|icon))?';
const GAP = String.raw`[\s,:;|·•–—-]`;

/** What stands behind a title and is none of it. One at a time, from the end. */
const TAIL = new RegExp(
  `(?:${[
    String.raw`\s*[([](?:\W*(?:(?:ms|microsoft|file|size|\d+ pages?)\W+)*(?:(?:${KIND}|${MEDIA})\b|${SIZE})|[^()[\]]*\b(?:new (?:\w+ )?(?:tab|window)|(?:tab|ffenestr) newydd)\b)[^()[\]]*[)\]]`,
    String.raw`${GAP}+(?:opens (?:in )?|in )(?:a )?new (?:tab|window)`,
    String.raw`\s*[|,·•–—-]\s*${KIND}${NOUN}`,
    String.raw`(?:^|[\s.:]+)(?:${PLAIN_KIND})${NOUN}`,
    String.raw`${GAP}+(?:${SIZE}|\d+ pages?)`,
    String.raw`\s*[|,·•–—-]\s*(?:download|(?:last )?(?:updated|published|added)\b[^()|]{0,30})`,
  ].join('|')})[\\s.]*$`,
  'i',
);

const A_SIZE = new RegExp(SIZE, 'i');
const A_KIND = new RegExp(`\\b${KIND}\\b`, 'i');
const A_MEDIUM = new RegExp(`\\b(?:${MEDIA})\\b`, 'i');
const BEHIND = new RegExp(
  String.raw`^\s*(?:[([][^()[\]]*[)\]]\s*)+|^\W*(?:${KIND}\W+)?${SIZE}`,
  'i',
);

/** What stands before a title and is none of it. */
const HEAD = new RegExp(
  `^(?:${[
    String.raw`\W*[([]\s*${KIND}\b[^()[\]]*[)\]][\s:–—-]*`,
    String.raw`${KIND}${NOUN}\s*[:|–—-]\s+`,
    'embed of ',
  ].join('|')})`,
  'i',
);
const LABEL = /^(?:PDF|DOCX?|XLSX?|PPTX?|CSV|ODT|ODS|RTF)\s+(?=[A-Z\d])/;
const VERB =
  /^(?:download(?:\s*:|(?: the| a| this)?(?= ))|(?:view|open|read|see)(?::| the| a| this)(?= ))\s*/i;

/** Words that name no document, whatever their order. */
const NAMELESS = new RegExp(
  String.raw`${SIZE}|\(s\)|\b(?:${KIND}|${MEDIA}|please|click|tap|here|downloads?|downloading|view|open|read|more|get|see|find|it|this|these|the|full|a|an|as|to|and|or|of|on|our|for|also|all|in|now|only|available|other|english|online|copy|office|microsoft|adobe|acrobat|xml|documents?|files?|reports?|publications?|attachments?|attached|links?|versions?|formats?|types?|sizes?|pages?|spreadsheets?|icons?|logo|cover|resources|related|opens|new|tab|window|last|updated|published|added|bytes|k)\b`,
  'gi',
);

/** What a verb before it does not make a name: "Read the leaflet", "Download map". */
const GENERIC =
  /^(?:[Dd]ownload|[Vv]iew|[Oo]pen|[Rr]ead|[Ss]ee|[Gg]et)(?: the| our| this| a| full)* [a-z-]+$/;

const DATE =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|\d+(?:st|nd|rd|th))\b/gi;

/** What no title ends in: "How to save a PDF" is a whole one. */
const UNFINISHED = /\b(?:an?|the|in|to|as|your|of|for|and|with|on)$/;

/** What a title in running text stands behind: "To download the …", "Click here to read our …". */
const LEAD =
  /^(?:.*(?:\b(?:[Tt]o|[Pp]lease|can) |^)(?:[Dd]ownload|[Vv]iew|[Rr]ead|[Ss]ee|[Oo]pen|[Gg]et|[Ff]ind)|\W*[Ff]or)(?: a| the| our| copy| of| this)* (.+?)[\s,:;–—-]*$/;

/** Languages that leaflets are translated into, besides formats that people need. */
const LANGUAGES =
  'ar am bn bg cs cy de es fa fr gd gu hi hu it ku lt lv ml ne pa pl ps pt ro ru si sk so sq sw ta ti tr uk ur vi yo zh';
const FORMATS =
  'large[ -]?print|giant print|easy[ -]?(?:to )?read|bsl(?: video)?|british sign language(?: video)?|signed video|audio|mp3|braille|plain text|text[ -]only|accessible(?= (?:version|pdf|word))|html|web ?page';
const EDITION =
  '(?: (?:version|edition|format|translation|leaflet|booklet|guide|document|video|file|copy|pdf))*';

let patterns: readonly RegExp[] | undefined;

/** Made at the first use: a page without documents needs no names of languages. */
function formatPatterns(): readonly RegExp[] {
  if (patterns) return patterns;
  const tongues = LANGUAGES.split(' ').flatMap((code) =>
    ['en', code].map((as) => new Intl.DisplayNames(as, { type: 'language' }).of(code)),
  );
  const any = `(${FORMATS}|${tongues.join('|')})`;
  patterns = [
    any,
    `^(?:(?:read|view|watch|listen|download|in|as|to|it|a|the|this) )*${any}${EDITION}$`,
    `^${any}${EDITION}(?: (?:of|for)| ?[:–—-]) ?(?:the |our )?(.+)$`,
    `^(${FORMATS}) (.+)$`,
    `^(.+?) ?[([] ?(?:in )?${any}${EDITION} ?[)\\]]$`,
    `^(.+?)(?: ?[|:,–—-] ?(?:in )?| in )${any}${EDITION}$`,
    `^(.+?) (?:in |as )?(${FORMATS})${EDITION}$`,
  ].map((source) => new RegExp(source, 'i'));
  return patterns;
}

/** What words say of a document. */
export interface Words {
  /** Empty where they name none. */
  readonly title: string;
  /** The title with the format that it names, such as "Carers strategy – Easy Read". */
  readonly full: string;
  /** The format that they name, such as "Easy Read", as it is written. */
  readonly format: string;
  /** What was taken off the title: kind and size. */
  readonly tail: string;
}

/** Whether words are only about kind, size and what to do: "Download", "PDF, 2MB", "Click here". */
export function isNameless(text: string, dates = false): boolean {
  if (GENERIC.test(text)) return true;
  const rest = text.replace(NAMELESS, ' ');
  return !/\p{L}/u.test(dates ? rest.replace(DATE, ' ') : rest);
}

/** Splits "Easy Read version of the Annual report (PDF, 1.2MB)" into title, format, kind and size. */
export function readWords(whole: string): Words {
  // No title is longer, and none takes long to read.
  let full = whole.length > 2500 ? whole.slice(0, 2500) : whole;
  let tail = '';
  for (;;) {
    const at = full.search(TAIL);
    if (at < 0 || UNFINISHED.test(full.slice(0, at))) break;
    tail = full.slice(at) + tail;
    full = full.slice(0, at);
  }
  const start = full.replace(HEAD, '').replace(LABEL, '');
  tail = `${full.slice(0, full.length - start.length)} ${tail}`;
  const bare = start.replace(VERB, '').trim();
  full = bare === start ? bare : bare.charAt(0).toUpperCase() + bare.slice(1);
  const [title, format] = readFormat(full);
  return { title: isNameless(title) || isNameless(start) ? '' : title, full, format, tail };
}

function readFormat(full: string): readonly [title: string, format: string] {
  const [some, ...each] = formatPatterns();
  if (!some?.test(full)) return [full, ''];
  for (const [index, pattern] of each.entries()) {
    const [, first = '', second = ''] = pattern.exec(full) ?? [];
    const [title, format] = index > 2 ? [first, second] : [second, first];
    if (format && !UNFINISHED.test(title)) return [title, format];
  }
  return [full, ''];
}

/** Whether words that name nothing are a sentence's, and not about a file: "for a Word document". */
export function isProse(text: string): boolean {
  return /\b(?:an?|the|for|to|it|this|these)\b/i.test(text);
}

/** The size in words about a document: "1.2MB". */
export function sizeIn(text: string): string {
  return A_SIZE.exec(text)?.[0] ?? '';
}

/** The word for a kind in words about a document. */
export function kindWordIn(text: string): string {
  return A_KIND.exec(text)?.[0] ?? '';
}

/** Whether words about a file say that it is no document: "(ZIP, 4MB)". */
export function saysMedia(text: string): boolean {
  return A_MEDIUM.test(text);
}

/** What stands right behind a link in the same text: something in brackets, or a kind and a size. */
export function factsBehind(text: string): string {
  return BEHIND.exec(text)?.[0] ?? '';
}

/** The title that running text names: "To download the Housing strategy, (click here)". */
export function titleInProse(text: string): string {
  return LEAD.exec(text)?.[1] ?? '';
}
