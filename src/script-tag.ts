import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { weekdayNames, dateWords } from './element/dates.ts';
import { createHeading } from './element/heading.ts';
import { warn } from './element/warn.ts';
import { localize } from './localize.ts';
import './define.ts';

/** `@lit/localize` replaces its own `msg` once it knows the page's language. */
const currentMsg: typeof msg = (...args: unknown[]) =>
  Reflect.apply(msg as (...all: unknown[]) => never, undefined, args);

/**
 * What the files that are loaded on demand take from this one instead of bringing it along: every name
 * that they import from Lit, from `@lit/localize` and from `element/`. The build looks after that.
 */
const shared = {
  msg: currentMsg,
  str,
  html,
  nothing,
  weekdayNames,
  dateWords,
  createHeading,
  warn,
};
Object.assign(globalThis, { [Symbol.for('handrail')]: shared });

localize().catch((reason: unknown) => {
  console.warn(
    `Handrail: its words stay in English, for the translation was not loaded. ${String(reason)}`,
  );
});
