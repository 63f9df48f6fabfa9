import type { FieldName } from '../format-request/request.ts';
import { markup } from '../render/markup.ts';
import type { Markup, MarkupValue } from '../render/markup.ts';

/** A box to tick, or one answer of several. */
export interface Choice {
  readonly type: 'checkbox' | 'radio';
  readonly id: string;
  readonly name: FieldName;
  readonly value: string;
  readonly label: MarkupValue;
  readonly checked: boolean;
  readonly hint?: string | undefined;
  /** What is asked beneath it. */
  readonly more?: MarkupValue;
}

/** Draws one choice with its label. */
export function choice({ type, id, name, value, label, checked, hint, more }: Choice): Markup {
  const tied = hint === undefined ? undefined : markup` aria-describedby="${id}-hint"`;
  const said =
    hint === undefined ? undefined : markup`<p id="${id}-hint" class="handrail-hint">${hint}</p>`;
  return markup`<div class="handrail-choice"><input type="${type}" id="${id}" name="${name}" value="${value}"${checked ? markup` checked` : undefined}${tied}> <label for="${id}">${label}</label>
${said}
${more}</div>`;
}

/** Draws the answers of which a person chooses, in their order; each has the id `name-answer`. */
export function choices<T extends string>(
  { type, name }: Pick<Choice, 'type' | 'name'>,
  answers: readonly T[],
  label: (answer: T) => string,
  chosen: readonly string[],
): Markup[] {
  return answers.map((value) =>
    choice({
      type,
      id: `${name}-${value}`,
      name,
      value,
      label: label(value),
      checked: chosen.includes(value),
    }),
  );
}
