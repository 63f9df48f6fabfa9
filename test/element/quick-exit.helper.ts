import { QuickExit } from '../../src/quick-exit/quick-exit.ts';

export const TAG = 'handrail-quick-exit';
if (!customElements.get(TAG)) customElements.define(TAG, QuickExit);

/** Puts an exit on the page and waits until it has drawn. */
export async function show(attributes = '', inner?: string): Promise<QuickExit> {
  const template = document.createElement('template');
  template.innerHTML = `<${TAG} ${attributes}>${inner ?? '<a href="https://www.bbc.co.uk/weather">Leave now</a>'}</${TAG}>`;
  const element = template.content.firstElementChild as QuickExit;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** Takes every exit off the page. */
export function clear(): void {
  document.querySelectorAll(TAG).forEach((element) => element.remove());
}

export const shortcutLine = (element: Element): HTMLElement | null =>
  element.querySelector('.handrail-exit-shortcut');
