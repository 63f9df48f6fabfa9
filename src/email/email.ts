/** Whether a text can be an email address: one `@`, and a dot in the domain. Accents are welcome. */
export function isEmail(text: string): boolean {
  return /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\.]+(\.[^\s@,;:<>"()[\]\\.]+)+$/.test(text);
}
