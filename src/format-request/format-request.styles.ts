import { css } from '@lit/reactive-element';

/** The accessible-format request form. */
export const formatRequestStyles = css`
  handrail-format-request {
    /* The form has no ground of its own. Unless a theme gives it one, it has the page's text colour. */
    --_muted: var(--handrail-color-muted, currentcolor);
    --_border: var(--handrail-color-border, currentcolor);
    --_error: var(--handrail-color-error, color-mix(in srgb, currentcolor 40%, #f03));
    --_success: var(--handrail-color-success, color-mix(in srgb, currentcolor 40%, #0b7));
    /* What is pressed stays as large on pages that make a rem small. */
    --_button: var(--handrail-color-button, CanvasText);
    --_button-text: var(--handrail-color-button-text, Canvas);
    --_target: max(2.75rem, 44px);
    --_tick: max(1.5rem, 24px);
    display: block;
    background: var(--handrail-color-surface, none);
    /* The ground goes a little further than the words, and moves nothing. */
    box-shadow: 0 0 0 calc(var(--_space) / 2) var(--handrail-color-surface, transparent);
    color: var(--handrail-color-text, inherit);
    font-size: var(--_size);
    line-height: 1.5;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /* A page's own rules for texts follow the page's ground, which may not be ours. */
  handrail-format-request
    :where([data-handrail-ui] :is(p, li, dt, dd, label, legend, h1, h2, h3, h4, h5, h6)) {
    color: inherit;
  }
  handrail-format-request :where([data-handrail-ui] p) {
    margin: 0 0 var(--_space);
  }
  handrail-format-request :where([data-handrail-ui] a) {
    text-decoration: underline;
  }
  handrail-format-request :where(fieldset.handrail-fieldset) {
    min-inline-size: 0;
  }
  handrail-format-request fieldset:where(.handrail-fieldset) {
    display: block;
    inline-size: auto;
    margin: 0 0 calc(var(--_space) * 1.5);
    padding: 0;
    border: 0;
  }
  handrail-format-request legend:where(.handrail-legend),
  handrail-format-request label:where(.handrail-label) {
    display: block;
    float: none;
    inline-size: auto;
    margin: 0;
    padding: 0 0 calc(var(--_space) / 4);
    font-weight: 700;
  }
  handrail-format-request div:where([data-handrail-ui]) :is(p, li, label, legend) {
    font-size: inherit;
    line-height: 1.5;
    white-space: inherit;
  }
  handrail-format-request [data-handrail-replaced] {
    display: none !important;
  }
  /* A page's rules for a form and what is in it are about its author's: ours stands in it as one block. */
  handrail-format-request div[data-handrail-ui] {
    display: block;
    grid-column: 1 / -1;
    inline-size: auto;
  }
  handrail-format-request div:where([data-handrail-ui] div) {
    display: block;
  }
  handrail-format-request div:where(.handrail-field) {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  handrail-format-request div:where(.handrail-asked, .handrail-option + .handrail-field) {
    margin-block-start: var(--_space);
  }
  handrail-format-request div:where(.handrail-option) {
    display: grid;
    grid-template-columns: var(--_target) 1fr;
    align-items: center;
  }
  /* As strong as a page's rule for boxes of one type: these two have to stay in line. */
  handrail-format-request div:where(.handrail-option) > :is([type], [for]) {
    margin: 0;
  }
  handrail-format-request div:where(.handrail-option) input {
    inline-size: var(--_tick);
    block-size: var(--_tick);
    justify-self: start;
    accent-color: var(--_button);
    appearance: auto;
    position: static;
    opacity: 1;
  }
  handrail-format-request div:where(.handrail-option) label {
    display: block;
    float: none;
    grid-column: 2;
    inline-size: auto;
    padding-block: calc((var(--_target) - var(--_tick)) / 2);
    font-weight: 400;
  }
  handrail-format-request span:where(.handrail-hint) {
    grid-column: 2;
    margin-block-start: -0.5rem;
    padding-block-end: 0.25rem;
  }
  handrail-format-request :where(span, p):where(.handrail-hint) {
    color: var(--_muted);
  }
  handrail-format-request div:where(.handrail-more) {
    margin-block: 0.25rem var(--_space);
    margin-inline: 0.625rem 0;
    padding-inline-start: 1.375rem;
    border-inline-start: 4px solid var(--_border);
  }
  handrail-format-request div div:where(.handrail-more) div:where(.handrail-field:last-child) {
    margin-block-end: 0;
  }
  handrail-format-request input:where(.handrail-input),
  handrail-format-request textarea:where(.handrail-input) {
    display: block;
    /* What is typed runs in its own direction: a phone number reads from left to right everywhere. */
    unicode-bidi: plaintext;
    inline-size: 100%;
    max-inline-size: 32rem;
    min-block-size: var(--_target);
    margin: 0;
    padding: 0.375rem 0.5rem;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    /* A telephone that zooms in on smaller letters would lose the rest of the page. */
    font-size: max(1em, 16px);
    line-height: 1.5;
  }
  span[data-handrail-ask] {
    --_focus: var(--handrail-color-focus, CanvasText);
    --_focus-text: var(--handrail-color-focus-text, Canvas);
  }
  span[data-handrail-ask] :where(a):focus-visible,
  handrail-format-request
    div[data-handrail-ui]
    :where(a, input, textarea, button, [tabindex]):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow:
      0 0 0 2px var(--_focus-text),
      0 0 0 5px var(--_focus),
      0 0 0 7px var(--_focus-text);
  }
  handrail-format-request button:where(.handrail-button) {
    min-block-size: var(--_target);
    padding: 0.5rem 1.25rem;
    /* The edge shows on a ground that is as dark as the button. */
    border: 2px solid;
    border-radius: var(--_radius);
    background: var(--_button);
    color: var(--_button-text);
    font: inherit;
    font-weight: 700;
    cursor: pointer;
  }
  handrail-format-request button:where(.handrail-quiet) {
    border-color: var(--_border);
    background: transparent;
    color: inherit;
    font-weight: 400;
  }
  handrail-format-request div:where(.handrail-status:not(:empty)) {
    margin-block-start: calc(var(--_space) / 2);
  }
  span[data-handrail-ask] :where(a) {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 0.25rem;
    /* Above a card's link that is stretched over the whole card. */
    position: relative;
    z-index: 1;
  }
  /* Below a header that stays at the top, without filling a screen that is not high. */
  handrail-format-request :where(fieldset, .handrail-field, input, textarea, a, button, [tabindex]),
  span[data-handrail-ask] :where(a) {
    scroll-margin-block-start: min(10rem, 30vh);
  }
  /* A forced palette puts its own ground behind text: the page's colours the other way round would hide it. */
  @media (forced-colors: active) {
    handrail-format-request {
      --_button: ButtonFace;
      --_button-text: ButtonText;
    }
    /* A tick in the button's face would be white on white. */
    handrail-format-request div:where(.handrail-option) input {
      accent-color: auto;
    }
  }
  @media print {
    handrail-format-request button:where(.handrail-button),
    span[data-handrail-ask] {
      display: none;
    }
  }
`;
