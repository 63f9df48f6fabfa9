import type { IsoDate } from '../../calendar/london.ts';

/** Numbers about the store at one moment, for whoever watches over it. They say nothing of anybody. */
export interface Figures {
  /** The requests in each state that any is in, and how many of those were to be answered before today. */
  readonly requests: readonly {
    readonly state: string;
    readonly count: number;
    readonly overdue: number;
  }[];
  /** The messages of each channel that are still to go out, or were given up. */
  readonly messages: readonly {
    readonly channel: string;
    readonly state: 'waiting' | 'failed';
    readonly count: number;
    /** When the request came in that has waited the longest: ISO 8601 in UTC. */
    readonly oldest: string;
  }[];
}

/** What watching over a store needs of it. */
export interface FigureSource {
  figures(today: IsoDate): Promise<Figures>;
}
