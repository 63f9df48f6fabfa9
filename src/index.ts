export { VERSION } from './element/define.ts';
export { HandrailElement } from './element/element.ts';
export type { Receipt } from './format-request/schema/receipt.ts';
export { RequestCheckedEvent } from './format-request/checked-event.ts';
export { RequestFailedEvent } from './format-request/failed-event.ts';
export { RequestReceivedEvent } from './format-request/received-event.ts';
export { FormatRequest } from './format-request/format-request.ts';
export { QuickExit } from './quick-exit/quick-exit.ts';
export { ServiceCard } from './service-card/service-card.ts';
export { shownPlace } from './service/place.ts';
export type {
  Access,
  Area,
  Category,
  Channel,
  CostOption,
  Day,
  Eligibility,
  Interpreters,
  Language,
  NthDay,
  OpeningHours,
  Place,
  Privacy,
  Referral,
  Relay,
  Route,
  Safety,
  Schedule,
  Service,
  ServicesFile,
  SpecialDay,
  Wait,
  WorksWith,
} from './service/service.ts';
