import { css } from '@lit/reactive-element';

/**
 * The quick exit: a bar in the flow of the page, with the way out at its end. Where the top layer can
 * take the link, only the link stays in view and the bar scrolls away; elsewhere the whole bar stays.
 */
export const quickExitStyles = css`
  /* While a transition of the whole page runs, Chromium gives no press to anything on it. */
  :where(:root) {
    view-transition-name: none;
  }
  handrail-quick-exit {
    position: sticky;
    inset-block-start: 0;
    /* Cookie banners commonly use five digits; this is the largest number there is. */
    z-index: 2147483647;
    display: flex;
    flex-direction: row-reverse;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) / 2) var(--_space);
    padding: calc(var(--_space) / 2) var(--_space);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
    color: var(--_text);
    font-size: max(1rem, var(--handrail-font-size, 1em));
    line-height: 1.25;
  }
  handrail-quick-exit[data-handrail-afloat] {
    position: static;
  }
  /* Keeps the link's place in the bar: float.ts measures from the top of its end. */
  handrail-quick-exit[data-handrail-afloat]::before {
    flex: none;
    order: -2;
    align-self: start;
    inline-size: var(--_link-width);
    block-size: var(--_link-height);
    content: '';
  }
  handrail-quick-exit a:where(.handrail-exit-link),
  body > a:where(.handrail-exit-early) {
    box-sizing: border-box;
    position: relative;
    display: inline-block;
    order: -2;
    align-self: start;
    min-block-size: 3rem;
    max-inline-size: calc(100vw - 1rem);
    margin: 0;
    /* One line stands in the middle of 3rem; the border is 2px. */
    padding: calc(1.5rem - 0.625em - 2px) 1.25rem;
    /* White, then ink: whatever the page paints behind the link, one of the two has 3:1 on it. */
    border: 2px solid #fff;
    border-radius: var(--handrail-radius, 0.25rem);
    box-shadow: 0 0 0 1px #14212a;
    font: inherit;
    font-family: var(--handrail-font-family, inherit);
    font-weight: 700;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    /* A finger that shakes presses: it does not scroll, select or drag. */
    touch-action: none;
    -webkit-touch-callout: none;
    -webkit-user-drag: none;
    -webkit-user-select: none;
    user-select: none;
  }
  handrail-quick-exit a:where(:popover-open) {
    position: fixed;
    inset: auto;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: max-content;
    block-size: auto;
    overflow: visible;
  }
  /* A page's a:visited and a:hover must never leave red words on red: these two outrank them. */
  handrail-quick-exit a:any-link:where(.handrail-exit-link),
  body > a:any-link:where(.handrail-exit-early) {
    background: var(--_exit);
    color: var(--handrail-color-exit-text, #fff);
  }
  handrail-quick-exit,
  body > a:where(.handrail-exit-early) {
    --_exit: var(--handrail-color-exit, #b3001b);
  }
  handrail-quick-exit a:any-link:where(.handrail-exit-link:hover) {
    background: color-mix(in srgb, var(--_exit), #000 20%);
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  /* Two rings, and a line of ink around them for themes whose own two are too much alike. */
  handrail-quick-exit a:focus-visible:where(.handrail-exit-link),
  body > a:focus-visible:where(.handrail-exit-early) {
    outline: 3px solid var(--handrail-color-focus-text, #14212a);
    outline-offset: 3px;
    box-shadow:
      0 0 0 3px var(--handrail-color-focus, #fd5),
      0 0 0 7px #14212a;
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
  /* What else the author wrote, such as a link to advice. */
  handrail-quick-exit > a:where(:not(.handrail-exit-link)) {
    padding-block: calc(1.375rem - 0.625em);
    color: var(--_link);
  }
  /* Its parts share the rows with the link. The note comes next to that, whatever else there is. */
  handrail-quick-exit div[data-handrail-ui] {
    display: contents;
  }
  handrail-quick-exit p:where(.handrail-exit-note) {
    order: -1;
    flex: 1 1 18em;
    min-inline-size: 0;
    max-inline-size: none;
    margin: 0;
    font: inherit;
    overflow-wrap: anywhere;
    text-align: end;
    text-wrap: balance;
  }
  handrail-quick-exit span:where(.handrail-exit-where) {
    color: var(--_muted);
  }
  handrail-quick-exit p:where(.handrail-exit-shortcut) {
    max-inline-size: none;
    order: 1;
    margin: 0;
    margin-inline-end: auto;
    font: inherit;
    line-height: 2.125rem;
  }
  /* It stays in its line of text, whose height has room for its edge. */
  handrail-quick-exit kbd:where(.handrail-exit-key) {
    padding: 1px 0.5rem;
    border: 2px solid var(--_border);
    border-block-end-width: 4px;
    border-radius: 0.3125rem;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 700;
    white-space: nowrap;
  }
  handrail-quick-exit span:where(.handrail-exit-lights) {
    display: inline-flex;
    gap: 0.375rem;
    margin-inline-end: 0.625rem;
    vertical-align: -0.125rem;
  }
  handrail-quick-exit i:where(.handrail-exit-light) {
    inline-size: 1rem;
    block-size: 1rem;
    border: 2px solid;
    border-radius: 50%;
  }
  handrail-quick-exit i:where(.handrail-exit-light-lit) {
    background: currentColor;
    box-shadow: inset 0 0 0 2px var(--_surface);
  }
  /* In a narrow room the link is as wide as the bar, and the rest stands below it. */
  handrail-quick-exit[data-handrail-narrow] a:where(.handrail-exit-link) {
    inline-size: var(--_room);
  }
  handrail-quick-exit[data-handrail-narrow] p:where(.handrail-exit-note) {
    flex-basis: 100%;
    text-align: start;
    text-wrap: wrap;
  }
  handrail-quick-exit[data-handrail-narrow] > a:where(:not(.handrail-exit-link)) {
    margin-inline-end: auto;
  }
  /* A narrow room on a device without a mouse is a phone; the attribute says that a key was pressed. */
  @media (hover: none) {
    handrail-quick-exit[data-handrail-narrow]:not([data-handrail-keyboard])
      p:where(.handrail-exit-shortcut) {
      display: none;
    }
  }
  body > a:where(.handrail-exit-early) {
    position: fixed;
    inset-block-start: 0.5rem;
    inset-inline-start: 0.5rem;
    z-index: 2147483647;
  }
  body > a:where(.handrail-exit-early:not(:focus)) {
    clip-path: inset(50%);
  }
  @media (forced-colors: active) {
    handrail-quick-exit a:where(.handrail-exit-link),
    body > a:where(.handrail-exit-early) {
      border: 3px solid LinkText;
    }
    handrail-quick-exit a:focus-visible:where(.handrail-exit-link),
    body > a:focus-visible:where(.handrail-exit-early) {
      outline-color: Highlight;
    }
    /* The palette's own fill, or a lit light could not be told from one that is out. */
    handrail-quick-exit i:where(.handrail-exit-light-lit) {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    handrail-quick-exit,
    body > a:where(.handrail-exit-early) {
      display: none;
    }
  }
`;
