import { css } from '@lit/reactive-element';

/** What answers to somebody who fills in the form: what is wrong, the receipt, and other ways to ask. */
export const replyStyles = css`
  handrail-format-request input:where([aria-invalid='true']),
  handrail-format-request textarea:where([aria-invalid='true']) {
    border-color: var(--_error);
  }
  handrail-format-request div:where(.handrail-note:not(:empty)) {
    padding-block: calc(var(--_space) / 4);
  }
  handrail-format-request p:where(.handrail-error) {
    margin: 0 0 0.375rem;
    color: var(--_error);
    font-weight: 700;
  }
  /* A label of the author's, which gets an attribute and no node. */
  handrail-format-request [data-handrail-error]::before {
    content: attr(data-handrail-error);
    display: block;
    color: var(--_error);
    font-weight: 700;
  }
  handrail-format-request div:where(.handrail-summary),
  handrail-format-request div:where(.handrail-receipt) {
    margin-block-end: calc(var(--_space) * 1.5);
    padding: var(--_space);
    border: 4px solid var(--_error);
    border-radius: var(--_radius);
  }
  handrail-format-request div:where(.handrail-receipt) {
    border-color: var(--_success);
  }
  handrail-format-request :where(.handrail-summary, .handrail-receipt) :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 calc(var(--_space) / 2);
    font-size: 1.375em;
    line-height: 1.25;
  }
  handrail-format-request ul:where(.handrail-summary-list) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  handrail-format-request div:where(.handrail-summary) a {
    display: inline-block;
    padding-block: 0.375rem;
    color: var(--_error);
    font-weight: 700;
  }
  handrail-format-request :where(.handrail-buttons) {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2);
  }
  handrail-format-request dt {
    font-weight: 700;
  }
  handrail-format-request dd {
    margin: 0 0 calc(var(--_space) / 2);
  }
  handrail-format-request strong:where(.handrail-reference) {
    font-size: 1.25em;
    /* In one piece, but for where a line cannot hold it. */
    display: inline-block;
    letter-spacing: 0.05em;
  }
  @media print {
    handrail-format-request div:where(.handrail-large) {
      font-size: 20pt;
    }
    handrail-format-request :where(.handrail-receipt a[href^='http'])::after {
      content: ' (' attr(href) ')';
    }
  }
`;
