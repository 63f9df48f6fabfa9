export { VERSION } from './element/define.ts';
export { HandrailElement } from './element/element.ts';
export type { Receipt } from './format-request/delivery.ts';
export { RequestFailedEvent, RequestReceivedEvent } from './format-request/events.ts';
export { FormatRequest } from './format-request/format-request.ts';
export { QuickExit } from './quick-exit/quick-exit.ts';
export { ServiceCard } from './service-info/service-card.ts';
export type {
  Channel,
  Eligibility,
  Place,
  Schedule,
  Service,
  ServicesFile,
} from './service-info/service.ts';
