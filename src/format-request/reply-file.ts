import { Fetched } from '../element/fetched.ts';

/** What answers to somebody who fills in the form: none of it is needed to show the form. */
export type Reply = typeof import('./reply.ts');

/** The file of what answers. Without it the browser sends the form by itself. */
export const replyFile = (): Fetched<Reply> =>
  new Fetched(() => import('./reply.ts'), 'The request form is sent as one without a script.');

/** Fetches a file as soon as the page has a moment to spare. */
export function fetchSoon(file: Fetched<unknown>): void {
  // Safari has no such callback.
  const soon = (window as Partial<Window>).requestIdleCallback ?? setTimeout;
  soon(() => void file.fetch());
}
