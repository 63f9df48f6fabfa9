/**
 * What the form needs once somebody turns to it, and not to be shown: one file, which is fetched as soon
 * as the form has been drawn.
 */
export { confirmation } from './view/confirmation.ts';
export { deliver } from './sending/delivery.ts';
export { askSizes } from './documents/sizes.ts';
export { hintsFor } from './view/hints.ts';
export { otherWays } from './view/other-ways.ts';
export { PageTitle } from './dom/page-title.ts';
export { problemsIn, problemSentence } from './schema/problems.ts';
export { readRequest } from './schema/request.ts';
export { errorSummary } from './view/summary.ts';
