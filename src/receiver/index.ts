export { backupSqlite } from './backup.ts';
export { DeliveryError } from './channel.ts';
export type { Channel, News, Notice } from './channel.ts';
export { csvHead, csvLine } from './csv.ts';
export { exitResponse } from './exit.ts';
export { createReceiver } from './handler.ts';
export type { Client, Receiver } from './handler.ts';
export { KEEP_DAYS, keepHouse } from './housekeeping.ts';
export { toNodeListener } from './node.ts';
export { requestLines } from './messages.ts';
export { notifyChannels } from './notify.ts';
export type { NotifySettings } from './notify.ts';
export type { Deliver, Limits, LogEntry, Organisation, ReceiverOptions } from './options.ts';
export { createOutbox } from './outbox.ts';
export type { OutboxOptions, OutboxWorker } from './outbox.ts';
export { openPostgres } from './postgres.ts';
export { smtpChannels } from './smtp.ts';
export type { SmtpSettings } from './smtp.ts';
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
export { webhookChannel } from './webhook.ts';
export type { WebhookSettings } from './webhook.ts';
