import { formatRequest } from '../examples/format-request.ts';
import { quickExit } from '../examples/quick-exit.ts';
import { serviceCard } from '../examples/service-card.ts';
import { contract } from './contract.ts';

contract({ tag: 'handrail-quick-exit', examples: quickExit, printed: false });
contract({ tag: 'handrail-format-request', examples: formatRequest, printed: true });
contract({
  tag: 'handrail-service-card',
  examples: serviceCard,
  printed: true,
  requests: ['/test/examples/services.json'],
});
