import { css } from 'lit';

/**
 * The quick exit: a bar in the flow of the page, with the way out at its end. Where the top layer can
 * take the link, only the link stays in view and the bar scrolls away; elsewhere the whole bar stays.
 */
export const quickExitStyles = css`
  handrail-quick-exit {
    position: sticky;
    inset-block-start: 0;
    /* Cookie banners commonly use five digits; this is the largest number there is. */
    z-index: 2147483647;
    display: flex;
    flex-direction: row-reverse;
    flex-wrap: wrap;
    align-items: start;
    gap: 0 var(--_space);
    padding: calc(var(--_space) / 2) var(--_space);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
    color: var(--_text);
  }
  handrail-quick-exit[data-handrail-afloat] {
    position: static;
  }
  /* Keeps the link's place in the bar. */
  handrail-quick-exit[data-handrail-afloat]::before {
    flex: none;
    inline-size: var(--_link-width);
    block-size: var(--_link-height);
    content: '';
  }
  handrail-quick-exit a:where(.handrail-quick-exit__link),
  body > a:where(.handrail-quick-exit__early) {
    box-sizing: border-box;
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    max-inline-size: calc(100vw - 1rem);
    margin: 0;
    padding: 0.25rem 1rem;
    border: 2px solid transparent;
    border-radius: var(--handrail-radius, 0.25rem);
    font: inherit;
    font-family: var(--handrail-font-family, inherit);
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
  }
  handrail-quick-exit a:where(:popover-open) {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    overflow: visible;
  }
  /* The space after the prefix is kept: Chromium would run the two together in the link's name. */
  handrail-quick-exit a :where([data-handrail-prefix]) {
    white-space: pre;
  }
  /* A page's a:visited and a:hover must never leave red words on red: these two outrank them. */
  handrail-quick-exit a:any-link:where(.handrail-quick-exit__link),
  body > a:any-link:where(.handrail-quick-exit__early) {
    background: var(--handrail-color-exit, #d4213d);
    color: var(--handrail-color-exit-text, #fff);
  }
  handrail-quick-exit a:where(.handrail-quick-exit__link:hover) {
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }
  handrail-quick-exit a:focus-visible:where(.handrail-quick-exit__link),
  body > a:focus-visible:where(.handrail-quick-exit__early) {
    outline: 3px solid var(--handrail-color-focus-text, Canvas);
    outline-offset: 0;
    background: var(--handrail-color-focus, CanvasText);
    box-shadow: 0 0 0 6px var(--handrail-color-focus, CanvasText);
    color: var(--handrail-color-focus-text, Canvas);
  }
  handrail-quick-exit a[data-handrail-lights]::after {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    font-size: 0.625rem;
    letter-spacing: 0.2em;
    line-height: 1;
    text-align: center;
    content: attr(data-handrail-lights);
    content: attr(data-handrail-lights) / '';
  }
  handrail-quick-exit div[data-handrail-ui] {
    display: flex;
    flex: 1 1 14rem;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space);
    min-block-size: 2.75rem;
    font-size: 0.875rem;
    line-height: 1.3;
  }
  handrail-quick-exit p:where(.handrail-quick-exit__note),
  handrail-quick-exit details:where(.handrail-quick-exit__help) p {
    flex: 1;
    margin: 0;
    font-size: inherit;
    color: var(--_muted);
  }
  handrail-quick-exit details:where(.handrail-quick-exit__help) summary {
    min-block-size: 2.75rem;
    padding-block: calc(1.375rem - 0.65em);
    color: var(--_link);
    cursor: pointer;
  }
  handrail-quick-exit details:where(.handrail-quick-exit__help) summary:focus-visible {
    outline: 3px solid var(--_focus);
    box-shadow: inset 0 0 0 3px var(--_focus-text);
  }
  /* As much as fallback.css keeps free, so that the page does not move. */
  @media (max-width: 39.99rem) {
    handrail-quick-exit div[data-handrail-ui] {
      min-block-size: 4rem;
    }
  }
  /* Without a mouse there is hardly ever a keyboard. */
  @media (hover: none) {
    handrail-quick-exit details:where(.handrail-quick-exit__help) {
      display: none;
    }
  }
  body > a:where(.handrail-quick-exit__early) {
    position: fixed;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 2147483647;
  }
  body > a:where(.handrail-quick-exit__early:not(:focus)) {
    clip-path: inset(50%);
  }
  @media (forced-colors: active) {
    handrail-quick-exit a:where(.handrail-quick-exit__link) {
      border-color: LinkText;
    }
    handrail-quick-exit a:focus-visible:where(.handrail-quick-exit__link) {
      outline-color: Highlight;
      outline-offset: 2px;
    }
  }
  @media print {
    handrail-quick-exit,
    body > a:where(.handrail-quick-exit__early) {
      display: none;
    }
  }
`;
