import type { TemplateElement } from '../element/template-element.ts';
import type { Organisation } from './schema/organisation.ts';

/** The element as its controller sees it: each property is documented in `format-request.ts`. */
export interface FormHost extends TemplateElement, Organisation {
  readonly action: string;
  readonly send: string;
  readonly successUrl: string;
  readonly referencePath: string;
  readonly replyDays: number;
  readonly closures: string;
  readonly cutOff: string;
  readonly privacyUrl: string;
  readonly formats: string;
  readonly contactWays: string;
  readonly documentsSelector: string;
  readonly links: boolean;
  readonly standing: boolean;
  readonly purpose: string;
  readonly headingLevel: number;
}
