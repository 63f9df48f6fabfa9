import { css } from '@lit/reactive-element';

/** What answers to somebody who fills in the form: what is wrong, the receipt, and other ways to ask. */
export const replyStyles = css`
  handrail-format-request:not(i i i i i i) :where(.handrail-note:not(:empty)) {
    padding-block: calc(var(--_space) / 4);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-error) {
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
  handrail-format-request:not(i i i i i i)
    :where(.handrail-message, .handrail-summary, .handrail-failed, .handrail-receipt) {
    --_edge: var(--_error);
    margin-block: calc(var(--_space) * 1.5);
    padding: var(--_space);
    border: 3px solid var(--_edge);
    border-radius: calc(var(--_radius) * 1.5);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-receipt) {
    --_edge: var(--_success);
  }
  handrail-format-request:not(i i i i i i)
    :where(.handrail-message, .handrail-summary, .handrail-failed, .handrail-receipt)
    :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 calc(var(--_space) / 2);
    color: var(--_edge);
    font-size: clamp(1.5em, 1.2em + 1vw, 1.875em);
    line-height: 1.2;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-summary-list) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-summary) a {
    display: inline-block;
    padding-block: 0.375rem;
    color: var(--_error);
    font-weight: 700;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-buttons) {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-receipt) dt {
    font-weight: 700;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-receipt) dd {
    margin: 0 0 calc(var(--_space) / 2);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-reference) {
    font-size: 1.25em;
    /* In one piece, but for where a line cannot hold it. */
    display: inline-block;
    letter-spacing: 0.05em;
  }
  @media print {
    handrail-format-request:not(i i i i i i) :where(.handrail-large) {
      font-size: 20pt;
    }
    handrail-format-request:not(i i i i i i) :where(.handrail-receipt a[href^='http'])::after {
      content: ' (' attr(href) ')';
    }
    /* The receipt alone: what it stands in is nothing but a way to it, whatever a page has made of that. */
    html[data-handrail-printing]
      :not(:has(.handrail-receipt), .handrail-receipt, .handrail-receipt *) {
      display: none !important;
    }
    html[data-handrail-printing],
    html[data-handrail-printing] :has(.handrail-receipt) {
      all: revert !important;
      display: block !important;
      margin: 0 !important;
      font-family: var(--handrail-font-family, sans-serif) !important;
    }
    html[data-handrail-printing]::before,
    html[data-handrail-printing]::after,
    html[data-handrail-printing] :has(.handrail-receipt)::before,
    html[data-handrail-printing] :has(.handrail-receipt)::after {
      content: none !important;
    }
  }
`;
