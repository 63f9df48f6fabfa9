import {
  attributeSize,
  factsOf,
  kindOf,
  ownersOf,
  partOf,
  placeOf,
  readCandidates,
  titleAround,
} from './candidates.ts';
import type { Candidate } from './candidates.ts';
import type { FoundDocument } from './found.ts';
import { typeNamed } from './kinds.ts';
import { listing } from './listed.ts';
import { LINKS, readPieces } from './page.ts';
import type { Pieces } from './page.ts';
import { kindWordIn, sizeIn } from './words.ts';

export { typeNamed } from './kinds.ts';
export { documentKey } from './found.ts';
export type { Alternative, FoundDocument } from './found.ts';

/** The longest title that is shown; the page itself has the rest. */
const LONGEST = /^.{250}(?=.)/su;

/** How much of its address tells a document from one of the same title: the end, which differs most. */
const LONGEST_PLACE = 100;

/** What stands for a document at the same address but for its ending, whatever it is called. */
const EASIER = /^(HTML|Word|OpenDocument)$/;

/** A size in bytes as people write it: "1.2MB". */
export function sizeInWords(bytes: number): string {
  return bytes < 1e6 ? `${String(Math.ceil(bytes / 1e3))}KB` : `${(bytes / 1e6).toFixed(1)}MB`;
}

function shorten(title: string): string {
  const start = LONGEST.exec(title)?.[0];
  return start === undefined ? title : `${start}…`;
}

/** An address but for its extension: a query may be all that tells one document from another. */
function stemOf(address: string): string {
  return address.replace(/\.\w+(?=\?|$)/, '');
}

/** What tells one format of a document from another. */
function formatOf({ words, kind, address, facts }: Candidate): string {
  if (words.format) return words.format;
  if (kind !== undefined) return kind;
  const isPage = address.isPage || typeNamed(kindWordIn(facts)) === '';
  return address.isPage && isPage ? 'HTML' : '';
}

/** The best link to each address, in the order of the page. */
function bestOf(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.url);
    if (!known || known.rank < candidate.rank) best.set(candidate.url, candidate);
  }
  return candidates.filter((candidate) => best.get(candidate.url) === candidate);
}

/** Whether a page's link names what a link behind it leads to: as its heading, or in the same line. */
function isBeside({ link, at }: Candidate, other: Candidate, pieces: Pieces['pieces']): boolean {
  const line = link.closest('li,tr,p,dd,td,article');
  return pieces[at]?.isHeading === true || (line !== null && line.contains(other.link));
}

/** Joins rows of formats: links that name none themselves and have nothing but such words between them. */
function joinRows(candidates: readonly Candidate[], { pieces }: Pieces): void {
  let row: Candidate[] = [];
  for (const candidate of candidates) {
    const last = row.at(-1);
    const format = formatOf(candidate);
    if (candidate.rank === 0 && format === '' && candidate.address.kind === undefined) continue;
    const joins =
      last &&
      candidate.rank === 0 &&
      (last.kind !== undefined || last.words.format || isBeside(last, candidate, pieces)) &&
      !row.some((other) => other.kind !== undefined && formatOf(other) === format) &&
      pieces.slice(last.at + 1, candidate.at).every((piece) => piece.isNameless);
    if (joins) candidate.key = last.key;
    else row = [];
    row.push(candidate);
  }
}

/** Finds what stands for a document's other formats, and puts each group into the order of the page. */
function groupsOf(candidates: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  const byKey = new Map<string, Candidate[]>();
  const ordered = [...candidates].sort(
    (a, b) => Number(a.kind === undefined) - Number(b.kind === undefined),
  );
  /** How many documents have a title in one format: where these are two, the title tells nothing. */
  const titled = new Map<string, number>();
  const titleKey = ({ title }: Candidate): string => `title:${title.toLowerCase()}`;
  for (const one of candidates) {
    const key = `${titleKey(one)}:${formatOf(one)}`;
    if (one.kind !== undefined) titled.set(key, (titled.get(key) ?? 0) + 1);
  }
  const ambiguous = new Set(
    candidates
      .filter((one) => (titled.get(`${titleKey(one)}:${formatOf(one)}`) ?? 0) > 1)
      .map(titleKey),
  );
  for (const one of ordered) {
    const format = formatOf(one);
    const keys = [
      one.key,
      ...(EASIER.test(format) ? [`stem:${stemOf(one.url)}`] : []),
      ...(ambiguous.has(titleKey(one)) || !one.title ? [] : [titleKey(one)]),
    ];
    const group = keys
      .map((key) => byKey.get(key))
      .find((known) => known && !known.some((other) => formatOf(other) === format));
    if (one.kind === undefined && (!group || !format)) continue;
    const joined = group ?? [];
    joined.push(one);
    if (!group) groups.push(joined);
    for (const key of [...keys, `stem:${stemOf(one.url)}`]) {
      if (!byKey.has(key)) byKey.set(key, joined);
    }
  }
  return groups;
}

/**
 * Finds the documents that a page links to or shows, in the order of the page, each once with its
 * formats.
 *
 * @param scopes - where to look: links, or what holds them. A link is a document's then, whatever its
 *   address. Links inside Handrail's own elements are left out, and so is every link with
 *   `data-handrail-document="off"`.
 */
export function findDocuments(...scopes: readonly ParentNode[]): FoundDocument[] {
  const named = new Set<Node>(
    scopes.filter((scope) => scope instanceof Element && scope.matches(LINKS)),
  );
  const roots = new Set(scopes.map((scope) => scope.getRootNode()));
  const page = readPieces(roots, listing(scopes));
  const candidates = bestOf(readCandidates(page)).filter(
    ({ url, link }) => named.has(link) || url !== location.href.replace(/#.*$/, ''),
  );
  for (const one of candidates) {
    one.facts = one.words.tail;
    one.kind = kindOf(one, [one.words.tail], named.has(one.link));
  }
  joinRows(candidates, page);
  const owners = ownersOf(candidates);
  const sizes = new Map<Candidate, string>();
  const titles = new Map<string, string>();
  const counts = new Map<string, number>();
  const sure = new Set<string>();
  for (const { key, kind } of candidates) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (kind !== undefined) sure.add(key);
  }
  for (const one of candidates) {
    const isAlone = counts.get(one.key) === 1;
    const part = partOf(one, owners);
    const facts = factsOf(one, page, isAlone ? part : one.link);
    // What is said behind a page's link is about the document that a link behind it leads to.
    if (one.kind !== undefined || !sure.has(one.key)) {
      one.kind = kindOf(one, facts, named.has(one.link));
    }
    const size = facts.map(sizeIn).find(Boolean);
    sizes.set(one, size ?? attributeSize(one.link, sizeInWords));
    if (one.kind === undefined && one.key === one.url) continue;
    one.title ||= titles.get(one.key) ?? titleAround(one, page, part);
    if (one.rank < 3 && !titles.has(one.key)) one.full = one.title;
    titles.set(one.key, one.title);
  }
  const groups = groupsOf(candidates);
  const mains = groups.map(
    (group) => group.find(({ kind, words }) => kind !== undefined && !words.format) ?? group[0],
  );
  const found = mains.flatMap((main, index) => {
    if (!main) return [];
    const rest = (groups[index] ?? []).filter((one) => one !== main).sort((a, b) => a.at - b.at);
    const title =
      rest.length > 0
        ? main.title
        : main.words.title || !main.words.format
          ? main.full
          : `${main.title} ${main.words.format}`;
    return [{ main, rest, title }];
  });
  found.sort((a, b) => candidates.indexOf(a.main) - candidates.indexOf(b.main));
  return found.map(({ main, rest, title }) => {
    const { link, url, kind = '' } = main;
    const above = placeOf(main);
    const namesakes = found.filter((one) => one.title === title && one.main.kind === kind);
    const places = new Set(namesakes.map((one) => placeOf(one.main)));
    const { pathname, search } = new URL(url);
    const place =
      above && places.size === namesakes.length ? above : (pathname + search).slice(-LONGEST_PLACE);
    return {
      link,
      url,
      type: kind,
      size: sizes.get(main) ?? '',
      // "Minutes" of May and of June: who chooses, and who answers, has to know which.
      title: namesakes.length > 1 ? `${shorten(title)} (${place})` : shorten(title),
      lang: link.closest<HTMLElement>('[lang]')?.lang ?? '',
      alternatives: rest.map((one) => ({
        url: one.url,
        type: formatOf(one),
        size: sizes.get(one) ?? '',
      })),
    };
  });
}
