import { define } from '../element/define.ts';
import { isSupported } from '../element/support.ts';
import { FormatRequest } from './format-request.ts';

if (isSupported('handrail-format-request')) define('handrail-format-request', FormatRequest);
