import { css } from '@lit/reactive-element';

/** Boxes to tick and answers to choose: they are drawn by us, whatever a page makes of its own. */
export const optionStyles = css`
  handrail-format-request:not(i i i i i i) :where(.handrail-option) {
    display: grid;
    grid-template-columns: calc(var(--_tick) + 16px) minmax(0, 1fr);
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option) input {
    all: revert !important;
    appearance: none !important;
    box-sizing: border-box !important;
    /* Above what of the label is under it. */
    position: relative !important;
    z-index: 1 !important;
    display: grid !important;
    place-content: center !important;
    inline-size: var(--_tick) !important;
    block-size: var(--_tick) !important;
    /* Beside the first line of its label. */
    align-self: start !important;
    margin: calc((var(--_target) - var(--_tick)) / 2) 0 !important;
    border: var(--_thick) solid var(--_edge) !important;
    border-radius: calc(var(--_radius) / 2) !important;
    scroll-margin-block-start: min(10rem, 30vh) !important;
    background: var(--_surface) !important;
    color: var(--_text) !important;
    cursor: pointer !important;
  }
  /* A tick is a border that is cut to its shape: paper and a forced palette show borders. */
  handrail-format-request:not(i i i i i i) :where(.handrail-option) input::before {
    all: revert !important;
    border: calc(var(--_tick) * 0.3) solid !important;
    clip-path: polygon(13% 45%, 0 59%, 38% 92%, 100% 23%, 87% 10%, 38% 65%) !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option) input::after {
    content: none !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option) input:checked::before {
    content: '' !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option) input[type='radio'] {
    border-radius: 50% !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option) input[type='radio']::before {
    border-width: calc(var(--_tick) * 0.25) !important;
    clip-path: circle(50%) !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option) label {
    all: revert !important;
    box-sizing: border-box !important;
    position: relative !important;
    display: block !important;
    grid-column: 2 !important;
    padding-block: calc((var(--_target) - var(--_leading) * 1em) / 2) !important;
    cursor: pointer !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option) label::after {
    content: none !important;
  }
  /* What is pressed is the whole row. */
  handrail-format-request:not(i i i i i i) :where(.handrail-option) label::before {
    all: revert !important;
    content: '' !important;
    position: absolute !important;
    inset-block: 0 !important;
    inset-inline-start: calc(-16px - var(--_tick)) !important;
    inline-size: calc(16px + var(--_tick)) !important;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-option .handrail-hint) {
    grid-column: 2;
    margin-block: -0.5rem 0.25rem;
  }
  handrail-format-request:not(i i i i i i) :where(.handrail-sizes) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
`;
