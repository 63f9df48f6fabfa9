import { str } from '@lit/localize';
import { LentAttributes } from '../element/lent-attributes.ts';
import { msg } from '../i18n/msg.ts';
import type { OwnProblem } from './form-state.ts';

/** The words on a field's label, without those of the field itself; a group's are its legend's. */
function labelOf(control: HTMLInputElement): string {
  const legend = control.type === 'radio' && control.closest('fieldset')?.querySelector('legend');
  const words = (legend || control.labels?.[0])?.cloneNode(true) as Element | undefined;
  for (const one of words?.querySelectorAll('select, textarea, button') ?? []) one.remove();
  return words?.textContent.trim() || control.getAttribute('aria-label') || control.name;
}

/** What the author's own fields want, as their own rules have it: one line for each field. */
export function ownProblems(own: readonly Element[]): OwnProblem[] {
  const wrong = own.filter(
    (one): one is HTMLInputElement =>
      'willValidate' in one && !!one.willValidate && !(one as HTMLInputElement).validity.valid,
  );
  return wrong
    .filter((one, at) => at === wrong.findIndex(({ name }) => name === one.name))
    .map((control) => {
      const label = labelOf(control);
      const missing = control.validity.valueMissing;
      const text = missing
        ? msg(str`Answer this question: ${label}`)
        : msg(str`Check your answer: ${label}`);
      return { control, text: [text, !missing && control.title].filter(Boolean).join('. ') };
    });
}

/** Marks the fields of an author's that something is wrong with. Their nodes get nothing but attributes. */
export class OwnMarks {
  readonly #lent = new LentAttributes();

  set(problems: readonly OwnProblem[], prefix: string): void {
    this.#lent.takeBack();
    problems.forEach(({ control, text }, at) => {
      if (!control) return;
      this.#lent.set(control, 'aria-invalid', 'true');
      if (!control.id) this.#lent.set(control, 'id', `${prefix}-own-${String(at)}`);
      const label = control.labels?.[0];
      if (label) this.#lent.set(label, 'data-handrail-error', text);
    });
  }
}
