/**
 * What the form needs once somebody turns to it, and not to be shown: one file, which is fetched as soon
 * as the form has been drawn.
 */
export { confirmation } from './confirmation.ts';
export { deliver } from './delivery.ts';
export { askSizes } from './document-sizes.ts';
export { hintsFor } from './hints.ts';
export { otherWays } from './other-ways.ts';
export { PageTitle } from './page-title.ts';
export { problemsIn } from './problems.ts';
export { readRequest } from './request.ts';
export { errorSummary, problemSentence } from './summary.ts';
