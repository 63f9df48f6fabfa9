/**
 * What the form needs once somebody turns to it, and not to be shown: one file, which is fetched as soon
 * as the form has been drawn.
 */
export { confirmation } from './view/confirmation.ts';
export { askSizes } from './documents/sizes.ts';
export { hintsFor } from './view/hints.ts';
export { otherWays } from './view/other-ways.ts';
export { readRequest } from './schema/request.ts';
export { problemSentence, unmended } from './schema/problems.ts';
export { errorSummary } from './view/summary.ts';
export { replyStyles } from './reply.styles.ts';
export { Submission } from './submission.ts';
