import { LACKING } from './quick-exit-threats.ts';
import { tryThreats } from './quick-exit-try.ts';

tryThreats('a part of the platform is missing', LACKING);
