import { documentValue } from '../schema/document-value.ts';
import type { RequestedDocument } from '../schema/document-value.ts';

/** Another format of a document that the page has already. */
export interface Alternative {
  readonly url: string;
  /** What the page calls it, such as "Large print" or "Polski"; else its kind, such as "Word" or "HTML". */
  readonly type: string;
  /** As the page writes it, such as "1.2MB"; empty where the page does not say. */
  readonly size: string;
}

/** A document that a page links to or shows. */
export interface FoundDocument extends RequestedDocument {
  readonly url: string;
  /** "PDF", "Word" and so on; empty where nothing on the page says. */
  readonly type: string;
  /** As the page writes it, such as "1.2MB"; empty where the page does not say. */
  readonly size: string;
  /** The other formats of it that the page offers already. */
  readonly alternatives: readonly Alternative[];
  /** The language of its title: a BCP 47 tag, empty where the page does not say. */
  readonly lang: string;
  /** The link to it that names it best, or what shows it in the page. */
  readonly link: HTMLElement;
}

/** A document's box as it is among the ticked ones. */
export function documentKey(document: FoundDocument): string {
  return `document=${documentValue(document)}`;
}
