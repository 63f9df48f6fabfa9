import { STANDING } from './quick-exit-threats.ts';
import { tryThreats } from './quick-exit-try.ts';

tryThreats('the exit stands anywhere', STANDING);
