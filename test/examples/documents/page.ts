/** A document that a reader finds on a page. */
export interface ExpectedDocument {
  /** What its address ends in. */
  readonly addressEnds: string;
  /** Its title, with the name of its format where it is another format of one that is listed. */
  readonly title: string;
  /** "PDF" and so on; empty where nothing on the page says. */
  readonly kind: string;
  /** As the page writes it; empty where it does not, and then none is compared. */
  readonly size: string;
}

/** A piece of a page in the markup of one system, and what a reader finds in it. */
export interface DocumentPage {
  readonly name: string;
  readonly html: string;
  readonly documents: readonly ExpectedDocument[];
  /** What the addresses end in of pages, recordings and films that are formats of one of the documents. */
  readonly formats?: readonly string[];
}
