export { renderCard } from './card.ts';
export type { CardOptions } from './card.ts';
