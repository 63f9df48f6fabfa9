/** A named piece of documented markup. Stories show it, tests try it, docs quote it. */
export interface Example {
  /** What it shows, as a sentence. */
  readonly name: string;
  readonly html: string;
}
