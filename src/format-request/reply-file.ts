import { warn } from '../element/warn.ts';

/** What answers to somebody who fills in the form: none of it is needed to show the form. */
type Reply = typeof import('./reply.ts');

/** Fetches the file of what answers, once. Without it the browser sends the form by itself. */
export class ReplyFile {
  /** What is in it, once it has come. */
  content: Reply | undefined;
  #fetching: Promise<Reply | undefined> | undefined;

  fetch(): Promise<Reply | undefined> {
    this.#fetching ??= import('./reply.ts').then(
      (reply) => (this.content = reply),
      (reason: unknown) => {
        const { message } = reason as Error;
        warn(`${message}. The request form is sent as one without a script.`);
        return undefined;
      },
    );
    return this.#fetching;
  }

  /** Fetches it as soon as the page has a moment to spare. */
  fetchSoon(): void {
    // Safari has no such callback.
    const soon = (window as Partial<Window>).requestIdleCallback ?? setTimeout;
    soon(() => void this.fetch());
  }
}
