import { css } from '@lit/reactive-element';

/**
 * The accessible-format request form. Each selector weighs seven element names and no class: `:not(i i i i i
 * i)` is true of everything and adds six. A page's element selectors lose, one class of it wins. What has to
 * hold against `[type=checkbox]` is `!important`: docs/host-styles.md lists it.
 */
export const formatRequestStyles = css`
  handrail-format-request {
    /* The form has no ground of its own. Unless a theme gives it one, it has the page's text colour. */
    --_muted: var(--handrail-color-muted, currentcolor);
    --_border: var(--handrail-color-border, currentcolor);
    --_edge: var(--_border);
    --_thick: 2px;
    --_error: var(--handrail-color-error, color-mix(in srgb, currentcolor 45%, #f03));
    --_success: var(--handrail-color-success, color-mix(in srgb, currentcolor 45%, #0b7));
    --_line: color-mix(in srgb, currentcolor 25%, transparent);
    /* What is pressed stays as large on pages that make a rem small. */
    --_button: var(--handrail-color-button, CanvasText);
    --_button-text: var(--handrail-color-button-text, Canvas);
    --_target: max(2.75rem, 44px);
    --_tick: var(--handrail-tick-size, max(1.75rem, 28px));
    --_leading: var(--handrail-line-height, 1.5);
    /* A page may paint itself dark and not say so: what is typed into is painted as the form is. */
    --_surface: var(--handrail-color-surface, transparent);
    --_text: var(--handrail-color-text, inherit);
    --_width: 32rem;
    display: block;
    background: var(--handrail-color-surface, none);
    /* The ground goes a little further than the words, and moves nothing. */
    box-shadow: 0 0 0 calc(var(--_space) / 2) var(--handrail-color-surface, transparent);
    color: var(--_text);
    font-size: max(16px, var(--handrail-font-size, 1em));
    line-height: var(--_leading);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /*
   * In every property our parts begin with the browser's own style, whatever a page says of elements of
   * their kind, and none of them leaves its place or is hidden.
   */
  handrail-format-request:not(i i i i i i)
    :where([data-handrail-ui] :not(a, svg, svg *, .handrail-visually-hidden)) {
    all: revert;
    box-sizing: border-box;
    /* Below a header that stays at the top, without filling a screen that is not high. */
    scroll-margin-block-start: min(10rem, 30vh);
    position: static !important;
    float: none !important;
    visibility: inherit !important;
    opacity: 1 !important;
    transform: none !important;
    clip-path: none !important;
    filter: none !important;
    pointer-events: inherit !important;
  }
  handrail-format-request:not(i i i i i i) :where([data-handrail-ui] :not(a, svg *))::before,
  handrail-format-request:not(i i i i i i) :where([data-handrail-ui] :not(a, svg *))::after {
    content: none;
  }
  /* A page may say of a role how its parts stand beside each other. */
  handrail-format-request:not(i i i i i i) :where([data-handrail-ui] [role]) {
    display: block !important;
  }
  handrail-format-request:not(i i i i i i) :where([data-handrail-ui] p) {
    margin: 0 0 var(--_space);
  }
  handrail-format-request:not(i i i i i i) :where([data-handrail-ui] a) {
    scroll-margin-block-start: min(10rem, 30vh);
    color: var(--handrail-color-link, inherit);
    text-decoration: underline;
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
  handrail-format-request:not(i i i i i i) :where(.handrail-fieldset) {
    min-inline-size: 0;
    margin: calc(var(--_space) * 1.5) 0;
    padding: 0;
    border: 0;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-legend, .handrail-label) {
    display: block;
    padding: 0 0 calc(var(--_space) / 4);
    font-weight: 700;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-legend, .handrail-group) {
    margin: 0;
    font-size: 1em;
    line-height: 1.25;
  }
  /* A question is larger than what is asked within it. */
  handrail-format-request:not(i i i i i i)
    :where(.handrail-legend:not(.handrail-more *, .handrail-panel *)) {
    padding-block-end: calc(var(--_space) / 2);
    font-size: clamp(1.3125em, 1em + 0.7vw, 1.5625em);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-field, .handrail-filter) {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-fold, .handrail-where) {
    margin-block: calc(var(--_space) / 2);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-group > *, p.handrail-label) {
    margin: 0;
    font-size: inherit;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option + .handrail-field) {
    margin-block-start: var(--_space);
  }
  /* Three beside each other where each has 18em, or each in a row of its own. */
  handrail-format-request:not(i i i i i i) :where(:has(> .handrail-panel)) {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.75rem 1rem;
  }
  handrail-format-request:not(i i i i i i) :where(:has(> .handrail-panel) > *) {
    flex: 1 1 100%;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-panel) {
    flex: 1 1 calc((54em - 100%) * 999);
    min-inline-size: 0;
    max-inline-size: 100%;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-hint) {
    display: block;
    color: var(--_muted);
    margin-block-end: calc(var(--_space) / 2);
    font-size: max(16px, 0.875em);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-more) {
    margin-block: 0.25rem var(--_space);
    margin-inline: calc(var(--_tick) / 2 - 2px) 0;
    padding-inline-start: calc(var(--_tick) / 2 + 14px);
    border-inline-start: 4px solid var(--_border);
  }
  handrail-format-request:not(i i i i i i)
    :where(:is(.handrail-more, .handrail-panel) > :first-child) {
    margin-block-start: 0;
  }
  handrail-format-request:not(i i i i i i)
    :where(
      :is(.handrail-more, .handrail-panel, .handrail-where, .handrail-fieldset) > :last-child
    ) {
    margin-block-end: 0;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-fold > summary) {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: var(--_target);
    font-weight: 700;
    cursor: pointer;
  }
  handrail-format-request:not(i i i i i i)
    :where(.handrail-fold > summary)::-webkit-details-marker {
    display: none;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-fold > summary)::before {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-start: 0.25em;
    border: solid;
    border-width: 0 3px 3px 0;
    transform: rotate(45deg);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-fold[open] > summary) {
    margin-block-end: calc(var(--_space) / 2);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-fold[open] > summary)::before {
    transform: rotate(225deg);
  }
  handrail-format-request:not(i i i i i i) :where([aria-invalid='true']) {
    --_edge: var(--_error);
    --_thick: 3px;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-input) {
    /* All the room there is, also where a page counts padding and border beside the width. */
    inline-size: 100%;
    inline-size: -moz-available !important;
    inline-size: -webkit-fill-available !important;
    min-inline-size: min(var(--_width) / 2, 80%) !important;
    max-inline-size: var(--_width);
    min-block-size: var(--_target) !important;
    max-block-size: none !important;
    appearance: none !important;
    display: block !important;
    /* What is typed runs in its own direction: a phone number reads from left to right everywhere. */
    unicode-bidi: plaintext;
    margin: 0;
    padding-block: 0.375rem;
    padding-inline: 0.5rem !important;
    border: var(--_thick) solid var(--_edge) !important;
    border-radius: var(--_radius);
    background: var(--_surface);
    background-image: none !important;
    color: var(--_text);
    font: inherit;
    /* A telephone that zooms in on smaller letters would lose the rest of the page. */
    font-size: max(1em, 16px);
    letter-spacing: inherit;
    text-transform: none !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-width-phone) {
    --_width: 16rem;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-width-date) {
    --_width: 20rem;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-width-email, .handrail-filter) {
    --_width: 26rem;
  }
  span[data-handrail-ask] {
    --_focus: var(--handrail-color-focus, CanvasText);
    --_focus-text: var(--handrail-color-focus-text, Canvas);
  }
  span[data-handrail-ask] :where(a):focus-visible,
  handrail-format-request:not(i i i i i i) :where([data-handrail-ui] *):focus-visible {
    outline: 3px solid var(--_focus) !important;
    outline-offset: 2px !important;
    box-shadow:
      0 0 0 2px var(--_focus-text),
      0 0 0 5px var(--_focus),
      0 0 0 7px var(--_focus-text) !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-button) {
    display: inline-block !important;
    min-block-size: var(--_target) !important;
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
  handrail-format-request:not(i i i i i i) :where(.handrail-quiet) {
    border-color: var(--_border);
    background: transparent;
    color: inherit;
    font-weight: 400;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-status:not(:empty)) {
    margin-block-start: calc(var(--_space) / 2);
  }
  span[data-handrail-ask] :where(a) {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 0.25rem;
    scroll-margin-block-start: min(10rem, 30vh);
    /* Above a card's link that is stretched over the whole card. */
    position: relative;
    z-index: 1;
  }
  /* A forced palette puts its own ground behind text: the page's colours the other way round would hide it. */
  @media (forced-colors: active) {
    handrail-format-request {
      --_button: ButtonFace;
      --_button-text: ButtonText;
    }
  }
  @media print {
    handrail-format-request:not(i i i i i i) :where(.handrail-button),
    span[data-handrail-ask] {
      display: none !important;
    }
  }
`;
