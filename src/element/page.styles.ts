import { css } from '@lit/reactive-element';

/**
 * What every element's style sheet rests on. The public `--handrail-…` properties that several elements
 * use are read here, with the system's own colours where a page sets none: an element fits any page.
 *
 * All of Handrail's selectors are made of element names, with classes inside `:where()`: stronger than
 * a page's `button {}` or `* {}`, weaker than a page's `.handrail-button {}`.
 */
export const pageStyles = css`
  handrail-quick-exit,
  handrail-format-request,
  handrail-service-card {
    --_font: var(--handrail-font-family, inherit);
    --_size: var(--handrail-font-size, inherit);
    --_text: var(--handrail-color-text, CanvasText);
    --_muted: var(--handrail-color-muted, CanvasText);
    --_surface: var(--handrail-color-surface, Canvas);
    --_border: var(--handrail-color-border, CanvasText);
    --_link: var(--handrail-color-link, LinkText);
    --_focus: var(--handrail-color-focus, CanvasText);
    --_focus-text: var(--handrail-color-focus-text, Canvas);
    --_radius: var(--handrail-radius, 0.25rem);
    --_space: var(--handrail-space, 1rem);
    box-sizing: border-box;
    font-family: var(--_font);
    text-align: start;
  }
  handrail-quick-exit[hidden],
  handrail-format-request[hidden],
  handrail-service-card[hidden],
  div[data-handrail-ui] [hidden] {
    display: none !important;
  }
  div:where([data-handrail-ui]) :where(*, ::before, ::after) {
    box-sizing: border-box;
  }
  div:where([data-handrail-ui]) :where(a[href^='tel']) {
    /* A number goes on one line, but where none can hold it. */
    display: inline-block;
  }
  /* As strong as seven element names: docs/host-styles.md says how. */
  :is(div, span):where([data-handrail-ui], [data-handrail-ask]):not(i i i i i i)
    :where(.handrail-visually-hidden) {
    all: revert;
    box-sizing: border-box;
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
