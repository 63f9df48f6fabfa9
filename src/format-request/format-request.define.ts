import { define } from '../element/define.ts';
import { FormatRequest } from './format-request.ts';

define('handrail-format-request', FormatRequest);
