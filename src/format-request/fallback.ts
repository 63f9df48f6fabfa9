import { findDocuments } from './documents.ts';
import { FIELDS, FORMAT_DETAILS, FORMATS } from './fields.ts';
import { controlsOf, isTick, placeOf } from './form-data.ts';
import type { Control } from './form-data.ts';
import { documentValue } from './request.ts';

/** The author's form, taken over, and what was in it. */
export interface Fallback {
  /** The form that the element goes on with: the author's own, or a new one where it had none. */
  readonly form: HTMLFormElement;
  /** Its address as the author wrote it. */
  readonly action: string;
  /** Whether somebody has typed or chosen anything yet. */
  readonly answered: boolean;
  /** Puts what was typed and chosen into the form, once it is drawn. */
  readonly restore: () => void;
  /** Puts the focus where it was, once what was restored is in view. */
  readonly focus: () => void;
}

/** Whether a control holds an answer: of a list, only an entry that it did not start with. */
function isAnswered(control: Control): boolean {
  if (isTick(control)) return control.checked;
  if (control instanceof HTMLSelectElement) {
    const [chosen] = control.selectedOptions;
    return !!chosen && (control.multiple || chosen.index > 0) && !chosen.defaultSelected;
  }
  return control.value !== '';
}

/** A document that the author's form names by its title alone is the one of that title in ours. */
function documentValues(): ReadonlyMap<string, string> {
  return new Map(findDocuments(document).map((found) => [found.title, documentValue(found)]));
}

/** Puts a text behind what a control holds already. */
function add(control: Control, text: string): void {
  const between = control instanceof HTMLTextAreaElement ? '\n' : ', ';
  control.value = [control.value, text].filter(Boolean).join(between);
}

/** The choice that has to be made for a field to be asked, where the author's form had no such choice. */
function choiceFor(name: string): string | undefined {
  if (name === 'email') return '[name=contact-by][value=email]';
  if (name.startsWith('phone')) return '[name=contact-by][value=phone]';
  if (/^(address-line.|town|postcode)$/.test(name)) return '[name=contact-by][value=post]';
  if (name === 'at-detail') return '[name=at][value=other]';
  const format = FORMATS.find((slug) =>
    FORMAT_DETAILS[slug]?.some((detail) => (detail as string) === name),
  );
  return format && `[name=format][value=${format}]`;
}

/** Makes the choices that filled-in fields stand for. A choice between several is not made over. */
function choose(form: HTMLFormElement, names: readonly string[]): void {
  for (const name of names) {
    const selector = choiceFor(name);
    const box = selector ? form.querySelector<HTMLInputElement>(selector) : null;
    const taken = box?.type === 'radio' && form.querySelector(`[name=${box.name}]:checked`);
    if (box && !taken) box.checked = true;
  }
}

/** Puts each answer into the control of its name; what has no place there goes where text is free. */
function fill(form: HTMLFormElement, answers: readonly (readonly [Control, string])[]): void {
  const titles = documentValues();
  for (const [{ name }, value] of answers) {
    const wanted = name === 'document' ? (titles.get(value) ?? value) : value;
    const named = controlsOf(form).filter((control) => control.name === name);
    const match = named.find((control) => !isTick(control) || control.value === wanted);
    if (match && isTick(match)) {
      match.checked = true;
    } else if (match) {
      add(match, value);
    } else {
      const free = name === 'document' ? 'document-other' : 'notes';
      const control = controlsOf(form).find((one) => one.name === free);
      if (control) add(control, value);
    }
  }
}

/**
 * Takes the author's form over in its place, so that a person who began before the script arrived
 * loses nothing. Inside another form the parser drops the author's: then a new one takes its place.
 *
 * @param element - the element that holds the form.
 * @param ui - what the element draws into.
 */
export function takeOverFallback(element: HTMLElement, ui: HTMLElement): Fallback {
  const controls = controlsOf(element);
  const root = element.getRootNode() as Document | ShadowRoot;
  const active = element.contains(root.activeElement) ? root.activeElement : null;
  const focused = controls.find((control) => control === active);
  const caret = (focused as HTMLInputElement | undefined)?.selectionStart;
  const answers = controls.filter(isAnswered).flatMap((control) => {
    const chosen = control instanceof HTMLSelectElement ? [...control.selectedOptions] : [control];
    return chosen.map(({ value }): [Control, string] => [control, value]);
  });
  const own = element.querySelector('form');
  if (!own) {
    for (const child of [...element.children]) {
      if (child.matches('input, textarea, select, button, label, fieldset')) child.remove();
      else if (child.querySelector('input, textarea, select, button')) child.remove();
    }
  }
  const form = own ?? element.appendChild(document.createElement('form'));
  // What the author's form says unseen goes along, but for answers to what ours asks, and what ours says.
  const ours: readonly string[] = ['_key', '_lang', '_page', ...FIELDS];
  const unseen = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].filter(
    ({ name }) => !ours.includes(name),
  );
  const action = form.getAttribute('action') ?? '';
  form.noValidate = true;
  form.method = 'post';
  // What a server has drawn stays for the element to go on with.
  const drawn = form.querySelector('[data-handrail-ui]');
  for (const child of [...form.childNodes]) if (child !== drawn) child.remove();
  form.prepend(...unseen);
  form.append(ui);
  return {
    form,
    action,
    answered: answers.length > 0 || active !== null,
    restore() {
      fill(
        form,
        answers.filter(([control]) => !control.closest('[data-handrail-ui]')),
      );
      choose(
        form,
        [...answers.map(([control]) => control), ...(focused ? [focused] : [])].map(
          ({ name }) => name,
        ),
      );
    },
    focus() {
      if (!active || active.isConnected) return;
      const same = controlsOf(form).find(
        (control) => focused && placeOf(control) === placeOf(focused),
      ) as HTMLInputElement | undefined;
      const target = same ?? form.querySelector<HTMLElement>('button[type=submit]');
      target?.focus({ preventScroll: true });
      // An email field tells nobody where its caret is.
      if (same?.selectionStart != null && caret != null) {
        const at = caret + Math.max(0, same.value.indexOf(focused?.value ?? ''));
        same.setSelectionRange(at, at);
      }
    },
  };
}
