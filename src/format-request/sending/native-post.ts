import type { SendOutcome } from './delivery.ts';

/** How long a browser may take to go to the receiver's answer, in milliseconds. */
const PATIENCE = 15_000;

/** What an author's form says of how it is sent. */
const HOW = ['enctype', 'accept-charset', 'target'];

/**
 * Sends a form as a browser does by itself: the receiver's answer takes this page's place.
 *
 * @param fields - everything that is sent: names and values.
 * @param author - the form in whose place it is sent.
 * @returns where this page is still there, that no answer has taken its place: nobody can say whether the
 *   request arrived. An endpoint that answers 204 has taken it.
 */
export async function postNatively(
  form: HTMLFormElement,
  fields: Iterable<readonly [string, FormDataEntryValue]>,
  author?: HTMLFormElement | null,
): Promise<SendOutcome> {
  const fill = ({ formData }: FormDataEvent): void => {
    for (const name of new Set(formData.keys())) formData.delete(name);
    for (const [name, value] of fields) {
      if (typeof value === 'string') formData.append(name, value);
      else formData.append(name, value, value.name);
    }
  };
  for (const name of HOW) {
    const value = author?.getAttribute(name);
    if (value) form.setAttribute(name, value);
  }
  form.addEventListener('formdata', fill, { once: true });
  // A field may be called `submit`. No event asks the page's scripts whether the form may go.
  HTMLFormElement.prototype.submit.call(form);
  await new Promise((over) => setTimeout(over, PATIENCE));
  return { state: 'unanswered' };
}
