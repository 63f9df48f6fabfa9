import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'handrail/svelte';

/** What Svelte's language tools look up for a tag in a template. */
type Props = SvelteHTMLElements['handrail-service-card'];

export const right: Props = { src: '/services.json#advice-line', 'heading-level': '3', keep: true };

// @ts-expect-error: a level is a number.
export const wrong: Props = { headingLevel: 'three' };
