export { backupSqlite } from './store/backup.ts';
export { DeliveryError } from './outbox/channel.ts';
export type { DeliveryChannel, News, Notice } from './outbox/channel.ts';
export { csvHead, csvLine } from './store/csv.ts';
export type { Figures, FigureSource } from './store/figures.ts';
export { exitResponse } from './http/exit.ts';
export { createReceiver } from './http/handler.ts';
export type { Client, Receiver } from './http/handler.ts';
export { KEEP_DAYS, runDailyJobs } from './outbox/daily-jobs.ts';
export { toNodeListener } from './http/node.ts';
export type { NodeListenerOptions } from './http/node.ts';
export { requestLines } from './outbox/messages.ts';
export { standbyPage } from './pages/standby-page.ts';
export type { StandbyOptions } from './pages/standby-page.ts';
export { notifyChannels } from './outbox/notify.ts';
export type { NotifySettings } from './outbox/notify.ts';
export type {
  Deliver,
  Limits,
  LogEntry,
  ReceiverOrganisation,
  ReceiverOptions,
} from './settings/options.ts';
export { createOutbox } from './outbox/outbox.ts';
export type { OutboxOptions, OutboxWorker } from './outbox/outbox.ts';
export { checkPostgres, openPostgres } from './store/postgres.ts';
export { smtpChannels } from './outbox/smtp.ts';
export type { SmtpSettings } from './outbox/smtp.ts';
export { checkSqlite, openSqlite } from './store/sqlite.ts';
export { OPEN_STATES, REQUEST_STATES } from './store/store.ts';
export type {
  AcceptOutcome,
  CaseFile,
  Change,
  Claim,
  Counts,
  Delivery,
  DailyJobs,
  Intake,
  NewRequest,
  Outbox,
  RequestQueue,
  StoredReceipt,
  DeliveryResult,
  RequestState,
  Store,
  StoredRequest,
} from './store/store.ts';
export type { TextsByLanguage } from './settings/wording.ts';
export { webhookChannel } from './outbox/webhook.ts';
export type { WebhookSettings } from './outbox/webhook.ts';
