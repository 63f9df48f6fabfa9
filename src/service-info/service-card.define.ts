import { define } from '../element/define.ts';
import { ServiceCard } from './service-card.ts';

define('handrail-service-card', ServiceCard);
