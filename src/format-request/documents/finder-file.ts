import { Fetched } from '../../element/fetched.ts';

/** The file of what finds documents. Without it the form asks for their titles. */
export const finderFile = new Fetched(
  () => import('./finder.ts'),
  'The request form lists no documents.',
);
