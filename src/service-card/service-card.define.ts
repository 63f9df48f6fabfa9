import { define } from '../element/define.ts';
import { isSupported } from '../element/support.ts';
import { ServiceCard } from './service-card.ts';

if (isSupported('handrail-service-card')) define('handrail-service-card', ServiceCard);
