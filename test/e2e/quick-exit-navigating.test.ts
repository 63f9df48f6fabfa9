import { NAVIGATING } from './quick-exit-threats.ts';
import { tryThreats } from './quick-exit-try.ts';

tryThreats('the page navigates', NAVIGATING);
