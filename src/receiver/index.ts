export { createReceiver } from './handler.ts';
export type { Client, Receiver } from './handler.ts';
export { toNodeListener } from './node.ts';
export type { Deliver, Limits, LogEntry, Organisation, ReceiverOptions } from './options.ts';
export { openPostgres } from './postgres.ts';
export { openSqlite } from './sqlite.ts';
export { OPEN, STATES } from './store.ts';
export type {
  CaseFile,
  Change,
  Claim,
  Counts,
  Delivery,
  Desk,
  Housekeeping,
  Intake,
  NewRequest,
  Outbox,
  Outcome,
  Receipt,
  Result,
  State,
  Store,
  StoredRequest,
} from './store.ts';
