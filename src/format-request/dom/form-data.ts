/** What somebody can type into or choose from. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Everything within an element, and the element itself, that somebody can type into or choose from. */
export function controlsOf(root: Element): Control[] {
  const selector = 'input, textarea, select';
  const own = root.matches(selector) ? [root as Control] : [];
  return [...own, ...root.querySelectorAll<Control>(selector)].filter(
    ({ type, name }) => !/^(hidden|submit|reset|button|image|file)$/.test(type) && name !== '',
  );
}

/** Whether a control is a box of one answer among several. */
export function isChoiceControl(control: Control): control is HTMLInputElement {
  return /^(checkbox|radio)$/.test(control.type);
}

/** What tells a control from the others of its form: its name, for a box `name=value`. */
export function controlKey(control: Control): string {
  return isChoiceControl(control) ? `${control.name}=${control.value}` : control.name;
}

/**
 * What is filled in, without what belongs to an option that is not chosen. A page may hide the whole
 * form while it is sent.
 */
export function answersOf(form: HTMLFormElement): [string, string][] {
  const shown = [...form.elements].filter(
    (control) => !control.closest('[data-handrail-ui] [hidden]'),
  );
  const names = new Set(shown.map((control) => control.getAttribute('name')));
  return [...new FormData(form)].filter(
    (entry): entry is [string, string] => names.has(entry[0]) && typeof entry[1] === 'string',
  );
}

/** The labels of the fields that are asked for now. */
export function labelsIn(form: HTMLFormElement): string[] {
  return [...form.querySelectorAll('.handrail-label, .handrail-legend')]
    .filter((label) => !label.closest('[hidden]'))
    .map(({ textContent }) => textContent);
}

/** The fields of a form that somebody can type into. */
function typedIn(form: HTMLFormElement): Control[] {
  return controlsOf(form).filter((control) => !isChoiceControl(control));
}

/**
 * Empties controls, whoever or whatever filled them in.
 *
 * @param ticked - the boxes that stay ticked, each as `name=value`.
 */
export function empty(controls: readonly Control[], ticked?: ReadonlySet<string>): void {
  for (const control of controls) {
    if (isChoiceControl(control)) control.checked = ticked?.has(controlKey(control)) ?? false;
    else control.value = '';
  }
}

/** Puts a control back to what its page began with. */
export function restore(control: Control): void {
  if (control instanceof HTMLSelectElement)
    for (const option of control.options) option.selected = option.defaultSelected;
  else if (isChoiceControl(control)) control.checked = control.defaultChecked;
  // A custom element need not know what it began with.
  else control.value = (control.type !== 'file' && control.defaultValue) || '';
}

/**
 * Remembers what is typed into which field and where the focus is, while a form with other documents,
 * formats or ways to be reached is drawn: its inputs may then be another question's.
 *
 * @returns what puts both where they belong.
 */
export function remember(form: HTMLFormElement): () => void {
  const texts = new Map(typedIn(form).map(({ name, value }) => [name, value]));
  const focused = controlsOf(form).find((control) => control.matches(':focus'));
  const before = focused && controlKey(focused);
  return () => {
    for (const control of typedIn(form)) {
      const text = texts.get(control.name) ?? '';
      if (control.value !== text) control.value = text;
    }
    if (!focused || (focused.isConnected && controlKey(focused) === before)) return;
    controlsOf(form)
      .find((control) => controlKey(control) === before)
      ?.focus({ preventScroll: true });
  };
}
