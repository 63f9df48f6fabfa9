export { renderCard } from './card.ts';
export type { CardOptions } from './card.ts';
export { renderForm } from './form.ts';
export type { FormDocument, FormOptions } from './form.ts';
export { renderReceipt } from './receipt.ts';
export type { KeptReceipt, ReceiptOptions } from './receipt.ts';
export { styles } from './styles.ts';
