export { createReceiver } from './handler.ts';
export type { Receiver } from './handler.ts';
export { toNodeListener } from './node.ts';
export type { Organisation, ReceiverOptions } from './options.ts';
export { openSqlite } from './sqlite.ts';
export type { NewRequest, Outcome, Receipt, Store } from './store.ts';
