import { documentValue } from './request.ts';
import { findDocuments } from './documents.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was typed and chosen in the author's form before the element took it over. */
export interface FallbackAnswers {
  /** Puts it all into the form that took its place, and the focus where it was. */
  restoreTo(form: HTMLFormElement): void;
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

/** A document that the author's form names by its title alone is the one of that title in ours. */
function documentValues(): ReadonlyMap<string, string> {
  return new Map(findDocuments(document).map((found) => [found.title, documentValue(found)]));
}

/**
 * Reads the answers out of the author's form, so that a person who began before the script arrived
 * loses nothing.
 *
 * @param element - the element that holds the form.
 */
export function fallbackAnswers(element: HTMLElement): FallbackAnswers {
  const controls = [...element.querySelectorAll<Control>('input, textarea, select')].filter(
    (control) => control.type !== 'hidden' && control.name !== '',
  );
  const root = element.getRootNode() as Document | ShadowRoot;
  const focused = controls.find((control) => control === root.activeElement);
  const answers = controls
    .map((control) => ({
      name: control.name,
      value: control.value,
      ticked: isTick(control) && control.checked,
      text: !isTick(control),
    }))
    .filter(({ value, ticked, text }) => ticked || (text && value !== ''));

  return {
    restoreTo(form) {
      const titles = documentValues();
      const named = (name: string): Control[] =>
        [...form.elements].filter((control) => control.getAttribute('name') === name) as Control[];
      for (const { name, value, text } of answers) {
        const wanted = name === 'document' ? (titles.get(value) ?? value) : value;
        const match = named(name).find((control) => text || control.value === wanted);
        if (match && isTick(match)) match.checked = true;
        else if (match && text) match.value = value;
        else
          named(name === 'document' ? 'document-other' : 'notes').forEach((control) => {
            control.value = [control.value, value].filter(Boolean).join('\n');
          });
      }
      if (!focused) return;
      const next = named(focused.name).find(
        (control) => !isTick(control) || control.value === focused.value,
      );
      next?.focus({ preventScroll: true });
    },
  };
}
