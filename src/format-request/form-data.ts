/** Everything that a form would send, as texts. */
export function entriesOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

/** What is filled in, without what belongs to an option that is not chosen. */
export function answersOf(form: HTMLFormElement): [string, string][] {
  const shown = [...form.elements].filter((control) => !control.closest('[hidden]'));
  const names = new Set(shown.map((control) => control.getAttribute('name')));
  return entriesOf(form).filter(([name]) => names.has(name));
}

const TYPED = 'textarea, input:not([type=hidden], [type=checkbox], [type=radio])';

/** The fields of a form that somebody can type into. */
function typedIn(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(TYPED)].filter(({ name }) => name !== '');
}

/** Empties every field that somebody can type into. */
export function emptyTexts(form: HTMLFormElement): void {
  for (const control of typedIn(form)) control.value = '';
}

/**
 * Remembers what is typed into which field and where the focus is, while a form with other documents,
 * formats or ways to be reached is drawn: its inputs may then be another question's.
 *
 * @returns what puts both where they belong.
 */
export function remember(form: HTMLFormElement): () => void {
  const texts = new Map(typedIn(form).map(({ name, value }) => [name, value]));
  const place = ({ name, value, type }: HTMLInputElement): string =>
    /^(checkbox|radio)$/.test(type) ? `${name}=${value}` : name;
  const focused = form.querySelector<HTMLInputElement>(':focus');
  const before = focused && place(focused);
  return () => {
    for (const control of typedIn(form)) {
      const text = texts.get(control.name) ?? '';
      if (control.value !== text) control.value = text;
    }
    if (!focused || (focused.isConnected && place(focused) === before)) return;
    [...form.querySelectorAll<HTMLInputElement>('input, textarea')]
      .find((control) => place(control) === before)
      ?.focus({ preventScroll: true });
  };
}
