import type { FoundDocument } from '../documents/found.ts';
import type { ContactWay, OfferedFormat } from '../schema/choices.ts';
import type { RequestedDocument } from '../schema/document-value.ts';
import type { FieldName, TextField } from '../schema/fields.ts';

/** Everything that the form's fields are drawn from. What is typed stays in the inputs themselves. */
export interface FormView {
  /** Makes ids unique to one element on the page. */
  readonly prefix: string;
  /** The level of the headings beside it. */
  readonly level: number;
  readonly documents: readonly ListedDocument[];
  /** How many of the documents are shown. */
  readonly shown: number;
  readonly formats: readonly OfferedFormat[];
  readonly contactWays: readonly ContactWay[];
  /** Whether a problem with the page can be reported too. */
  readonly statement: boolean;
  /** Whether somebody can ask for the same with everything they are sent. */
  readonly standing: boolean;
  /** The boxes that are ticked, each as `name=value`. */
  readonly ticked: ReadonlySet<string>;
  /** What is wrong with each field, in words. */
  readonly errors: ReadonlyMap<FieldName, string>;
  /** What there is to say about an answer that is not wrong. */
  readonly notes: Readonly<Partial<Record<FieldName, unknown>>>;
  readonly showAll?: () => void;
  /** The words that a document in the list has to have, and what takes others. */
  readonly filter: string;
  readonly onFilter?: (words: string) => void;
  /** What has come up with the last choice, in words. */
  readonly asked: string;
  /** The text fields that something is typed into. */
  readonly filled: ReadonlySet<string>;
  /** What was typed before, where a server draws the form. */
  readonly typed?: Readonly<Partial<Record<FieldName, string>>>;
  /** Texts that are there though the form does not ask for them: nothing typed is lost. */
  readonly also?: ReadonlySet<FieldName>;
  /** Those of them that say more about a format that is not on offer. */
  readonly strays?: readonly TextField[];
  /** Whether what belongs to a choice is shown before that is made, where no script can show it. */
  readonly open?: boolean;
}

/** A document of the page, as the form lists it. */
export type ListedDocument = RequestedDocument & Omit<FoundDocument, 'link' | 'url'>;
