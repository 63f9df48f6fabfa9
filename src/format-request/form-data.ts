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

/** Empties every field that somebody can type into. */
export function emptyTexts(form: HTMLFormElement): void {
  for (const control of form.elements) {
    if (control.matches('textarea, input:not([type=hidden], [type=checkbox], [type=radio])')) {
      (control as HTMLInputElement).value = '';
    }
  }
}
