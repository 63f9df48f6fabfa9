import { pageStyles } from '../element/page.styles.ts';
import { formatRequestStyles } from '../format-request/format-request.styles.ts';
import { optionStyles } from '../format-request/option.styles.ts';
import { replyStyles } from '../format-request/reply.styles.ts';
import { serviceCardStyles } from '../service-card/service-card.styles.ts';

/** What the form and its receipt look like: the element's own style sheets. */
export const FORM_STYLES = [pageStyles, formatRequestStyles, optionStyles, replyStyles]
  .map(({ cssText }) => cssText)
  .join('');

/** What a server has drawn, until the element's script is there. */
const UI = "[data-handrail-ui='html']";

/**
 * Folds what belongs to a choice until that is made, as the element does: it then moves nothing when
 * its script arrives. A browser that has no `:has()` shows it all, and so does what is wrong.
 */
const FOLDED = `
  ${UI} .handrail-option:not(:has(:checked)) + .handrail-more:not(:has([name='at-detail'], .handrail-error)),
  ${UI} fieldset:not(:has([name='at']:checked)) > .handrail-more:has([name='at-detail']):not(:has(.handrail-error)) {
    display: none !important;
  }
`;

/**
 * The style sheet for pages that a server draws, for a file or a `<style>` of the page: what the elements
 * bring along themselves once their script is there.
 */
export const styles: string = `${FORM_STYLES}${serviceCardStyles.cssText}${FOLDED}`;
