/** What a framework's page is drawn from. Everything in it may change, and come and go. */
export interface State {
  /** The service's number, in the author's words and in the JSON-LD. */
  readonly number: string;
  /** The service's name. */
  readonly name: string;
  /** Whether there is JSON-LD for the card to draw from. */
  readonly block: boolean;
  /** Where the exit leads, what its link says, and the class that the page gives it. */
  readonly href: string;
  readonly words: string;
  readonly look: string;
  /** Whether the request form is there, and where it is sent. */
  readonly form: boolean;
  readonly action: string;
  /** What the page's form sends unseen. */
  readonly token: string;
  /** Whether there is something more at the beginning and the end of every element. */
  readonly more: boolean;
}

export const START: State = {
  number: '020 7946 0101',
  name: 'Alpha advice',
  block: true,
  href: 'https://www.bbc.co.uk/weather',
  words: 'Leave this page now',
  look: 'button',
  form: true,
  action: '/requests',
  token: 'one',
  more: false,
};

/** The service as schema.org has it. */
export function blockOf({ name, number }: State): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name,
    availableChannel: {
      '@type': 'ServiceChannel',
      servicePhone: { '@type': 'ContactPoint', telephone: number },
    },
  });
}

/** A page that a framework has drawn. */
export interface App {
  /** Draws another state, and settles once that is on the page. */
  set(state: State): Promise<void>;
  /** Takes everything away that the framework has drawn. */
  stop(): Promise<void>;
}

/**
 * Draws the page.
 *
 * @param root - where to draw.
 * @param state - what to draw at first.
 * @param hydrate - whether `root` holds what the server has drawn.
 */
export type Start = (root: Element, state: State, hydrate: boolean) => App | Promise<App>;
