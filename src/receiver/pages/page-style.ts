import { FORM_STYLES } from '../../render/styles.ts';

/**
 * How the receiver's pages look by themselves, in light and dark colours: the form as the element has
 * it, on a plain page. It is all in a layer, so that whatever a site's own style sheet says comes before
 * it.
 */
export const PAGE_STYLE = `@layer handrail {
${FORM_STYLES}
  .handrail-page {
    margin: 0;
    padding: 1rem;
    font: 1.1875rem/1.5 system-ui, sans-serif;
    overflow-wrap: anywhere;
  }
  /* A site's own a { color } must not make the way out unreadable: in a layer, !important outranks it. */
  .handrail-page-exit {
    position: sticky;
    inset-block-start: 0.5rem;
    z-index: 2147483647;
    display: flex;
    justify-content: flex-end;
    margin-block-end: 1rem;
    pointer-events: none;
  }
  .handrail-page-exit .handrail-exit-link {
    box-sizing: border-box;
    display: inline-flex !important;
    align-items: center;
    justify-content: center;
    min-block-size: 3rem !important;
    margin: 2px;
    padding: 0.5rem 1.5rem;
    /* White, then ink: one of the two has 3:1 or more on any ground. */
    border: 2px solid #fff !important;
    border-radius: 0.375rem;
    background: var(--handrail-color-exit, #b3001b) !important;
    box-shadow: 0 0 0 1px #14212a !important;
    color: var(--handrail-color-exit-text, #fff) !important;
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
    pointer-events: auto;
  }
  .handrail-page-exit .handrail-exit-link:hover { text-decoration: underline !important; text-decoration-thickness: 2px; }
  .handrail-page-exit .handrail-exit-link:focus-visible {
    outline: 3px solid #14212a !important;
    outline-offset: 3px !important;
    box-shadow: 0 0 0 3px #ffdd55 !important;
  }
  /* What takes the focus stops below it. */
  :root:has(.handrail-page-exit) { scroll-padding-block-start: 5rem; }
  @media (forced-colors: active) { .handrail-page-exit .handrail-exit-link { border: 3px solid LinkText !important; } }
  .handrail-page main { max-inline-size: 40rem; margin-inline: auto; }
  .handrail-page :is(h1, h2) { margin: 0 0 1rem; line-height: 1.25; }
  .handrail-page :focus-visible { outline: 3px solid; outline-offset: 3px; }
  a[href^='tel:'] { display: inline-block; }
  /* A link of the summary leads to a field with its question and its message above it. */
  .handrail-page :target { scroll-margin-block-start: 10rem; }
  @media print {
    .handrail-page { padding: 0; }
    .handrail-page-exit { display: none !important; }
  }
}
`;
