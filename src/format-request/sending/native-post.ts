import type { SendOutcome } from './delivery.ts';

/** How long a browser may take to go to the receiver's answer, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Sends a form as a browser does by itself: the receiver's answer takes this page's place.
 *
 * @param fields - everything that is sent: names and values.
 * @returns where this page is still there, that nobody can say whether the request arrived.
 */
export async function postNatively(
  form: HTMLFormElement,
  fields: Iterable<readonly [string, string]>,
): Promise<SendOutcome> {
  const fill = ({ formData }: FormDataEvent): void => {
    for (const name of new Set(formData.keys())) formData.delete(name);
    for (const [name, value] of fields) formData.append(name, value);
  };
  form.addEventListener('formdata', fill, { once: true });
  // A field may be called `submit`. No event asks the page's scripts whether the form may go.
  HTMLFormElement.prototype.submit.call(form);
  await new Promise((over) => setTimeout(over, PATIENCE));
  return { state: 'unconfirmed' };
}
