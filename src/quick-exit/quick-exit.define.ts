import { define } from '../element/define.ts';
import './guard.define.ts';
import { QuickExit } from './quick-exit.ts';

define('handrail-quick-exit', QuickExit);
