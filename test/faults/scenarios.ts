import { clock } from './clock.ts';
import { disk } from './disk.ts';
import { flood } from './flood.ts';
import { lock } from './lock.ts';
import { mail } from './mail.ts';
import { notify } from './notify.ts';
import { proxy } from './proxy.ts';
import type { Scenario } from './scenario.ts';
import { stop } from './stop.ts';
import { wipe } from './wipe.ts';

/** Every scenario that is short enough for each test run. */
export const SCENARIOS: readonly Scenario[] = [
  clock,
  mail,
  notify,
  lock,
  proxy,
  flood,
  wipe,
  stop,
  disk,
];
