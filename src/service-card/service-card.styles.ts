import { css } from '@lit/reactive-element';

/** A service's card. */
export const serviceCardStyles = css`
  handrail-service-card {
    --_error: var(--handrail-color-error, light-dark(#b3001b, #ff9c9c));
    --_success: var(--handrail-color-success, light-dark(#005a30, #6fd39b));
    display: block;
    color: var(--_text);
    font-size: var(--_size);
    line-height: 1.5;
  }
  handrail-service-card article:where(.handrail-card) {
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  handrail-service-card article:where(.handrail-card) :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 calc(var(--_space) / 2);
    font-size: 1.375rem;
    line-height: 1.25;
  }
  handrail-service-card article:where(.handrail-card) :is(p, li, dt, dd) {
    font-size: inherit;
    line-height: inherit;
  }
  handrail-service-card article:where(.handrail-card) p {
    margin: 0 0 calc(var(--_space) * 0.75);
  }
  handrail-service-card p:where(.handrail-card-alert) {
    padding-inline-start: 0.75rem;
    border-inline-start: 4px solid var(--_error);
    font-weight: 700;
  }
  handrail-service-card p:where(.handrail-card-state) {
    font-weight: 700;
  }
  handrail-service-card p:where(.handrail-card-state[data-open]) {
    color: var(--_success);
  }
  handrail-service-card ul:where(.handrail-card-channels) {
    margin: 0 0 var(--_space);
    padding: 0;
    /* Unlike none, this stays a list in Safari. */
    list-style-type: '';
  }
  handrail-service-card ul:where(.handrail-card-channels) li {
    margin: 0;
    padding-block: 0.5rem;
  }
  handrail-service-card span:where(.handrail-card-label, .handrail-card-notes) {
    display: block;
    font-size: 0.875rem;
  }
  handrail-service-card a:where(.handrail-card-link) {
    display: inline-block;
    min-block-size: 2.75rem;
    padding-block: 0.5rem;
    color: var(--_link);
  }
  handrail-service-card li:where(.handrail-card-way:first-child:not([data-state='closed'])) > a {
    font-size: 1.5rem;
    font-weight: 700;
  }
  handrail-service-card
    :where(a.handrail-card-link, .handrail-card-keep :is(summary, input, button)):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  handrail-service-card :where(.handrail-card-keep) :is(summary, input, button) {
    min-block-size: 2.75rem;
    padding: 0.5rem;
    font: inherit;
  }
  handrail-service-card :where(.handrail-card-keep) input {
    display: block;
    max-inline-size: 100%;
    margin-block: 0.25rem 0.5rem;
  }
  handrail-service-card p:where(.handrail-card-report) {
    margin: 0;
  }
  handrail-service-card dl:where(.handrail-card-facts) {
    margin: 0 0 var(--_space);
  }
  handrail-service-card dl:where(.handrail-card-facts) dt {
    margin-block-start: 0.5rem;
    font-weight: 700;
  }
  handrail-service-card dl:where(.handrail-card-facts) dd {
    margin: 0;
  }
  handrail-service-card article:where(.handrail-card) p:where(.handrail-card-checked) {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  @media print {
    handrail-service-card article:where(.handrail-card) {
      break-inside: avoid;
    }
    handrail-service-card a:where(.handrail-card-link[rel])::after {
      content: ' (' attr(href) ')';
    }
    handrail-service-card :where(.handrail-card-keep) {
      display: none;
    }
  }
`;
