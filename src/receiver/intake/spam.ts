import { documentsIn } from '../../format-request/schema/request.ts';
import type { RequestAnswers } from '../../format-request/schema/request.ts';

/**
 * A field that no person sees and that a form-filling program may fill in. Browsers fill such fields in too,
 * and so do pages that were made for another service: it is one sign among several.
 */
export const HONEYPOT = '_leave_empty';

/** A field with the whole milliseconds for which the form was open. Nothing depends on its presence. */
export const OPEN_FOR = '_t';

/** From how many points on a request is put aside for somebody to look at. */
const THRESHOLD = 5;

/** How many points the circumstances of a request have at most: people meet all of them, at times at once. */
const CIRCUMSTANTIAL = 3;

/** What can be told of a request apart from its answers. */
export interface Circumstances {
  /** What the honeypot held. */
  readonly honeypot: string;
  /** For how many milliseconds the form was open, where that is known. */
  readonly openFor: number | undefined;
  /** Whether the browser said which site the form is on. */
  readonly origin: boolean;
  /** Whether this sender has sent more than one person does; an office behind one address does. */
  readonly busy: boolean;
  /** Whether so many requests come from everybody that nobody could look at all of them. */
  readonly flooded: boolean;
  /** The hosts that documents are expected on; empty where any will do. */
  readonly hosts: readonly string[];
}

/** How many points a sign has, whether it is there, and what it is called. */
type Sign = readonly [points: number, there: boolean, reason: string];

function sum(signs: readonly Sign[]): number {
  return signs.reduce((total, [points, there]) => total + (there ? points : 0), 0);
}

function links(text: string): number {
  return text.match(/https?:\/\/|www\./gi)?.length ?? 0;
}

function isElsewhere(url: string | undefined, hosts: readonly string[]): boolean {
  return hosts.length > 0 && url !== undefined && !hosts.includes(new URL(url).host);
}

/**
 * Weighs the signs that a request was not sent by a person who needs a document.
 *
 * @returns why it goes into quarantine, in words for the people who look there; empty where it does
 *   not. What its circumstances say is never enough: something in its answers has to look like spam too.
 */
export function quarantineReasons(
  request: RequestAnswers,
  { honeypot, openFor, origin, busy, flooded, hosts }: Circumstances,
): readonly string[] {
  const { text } = request;
  const typed = [text.name, text.notes, text['format-other'], text['document-other']];
  const notes = links(text.notes);
  const circumstances: readonly Sign[] = [
    [2, honeypot !== '', 'a field that people do not see was filled in'],
    [2, busy, 'many requests came from the same place'],
    [2, openFor !== undefined && openFor < 3000, 'it was sent within 3 seconds'],
    [1, !origin, 'the browser did not say which site the form is on'],
  ];
  const answers: readonly Sign[] = [
    [3, links(text.name) + links(text.address) > 0, 'there is a link where a name belongs'],
    [Math.min(notes, 4), notes > 1, 'there are several links in the notes'],
    [3, typed.some((one) => /<a\s|\[(?:url|link)[=\]]/i.test(one)), 'there is markup for links'],
    [
      3,
      documentsIn(request).some(({ url }) => isElsewhere(url, hosts)),
      'a document is on another site',
    ],
  ];
  const found = [...answers, ...circumstances].filter(([, there]) => there);
  const score = sum(answers) + Math.min(sum(circumstances), CIRCUMSTANTIAL);
  const held = flooded ? ['very many requests came at the same time'] : [];
  return score < THRESHOLD ? held : [...held, ...found.map(([, , reason]) => reason)];
}
