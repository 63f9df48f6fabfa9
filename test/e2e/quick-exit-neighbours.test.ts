import { NEIGHBOURS } from './quick-exit-neighbours.ts';
import { tryThreats } from './quick-exit-try.ts';

tryThreats('it stands beside what sites use', NEIGHBOURS);
