import { str } from '@lit/localize';
import { msg } from '../../i18n/msg.ts';

/** Something that is wrong with a field of the author's own, or with no field in particular. */
export interface OwnProblem {
  readonly control: HTMLInputElement | undefined;
  readonly text: string;
}

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
