import type { GlobalComponents } from 'vue';
import type {} from 'handrail/vue';

/** What Vue's language tools look up for a tag in a template. */
type Props = InstanceType<GlobalComponents['handrail-quick-exit']>['$props'];

export const right: Props = { shortcut: 'escape', 'fallback-url': 'https://www.example.org' };

// @ts-expect-error: there is no such shortcut.
export const wrong: Props = { shortcut: 'control' };
