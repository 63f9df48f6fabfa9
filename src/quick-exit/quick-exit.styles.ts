import { css } from 'lit';

/** The quick exit: a bar that stays at the top of the page, with the way out at its end. */
export const quickExitStyles = css`
  handrail-quick-exit {
    position: sticky;
    inset-block-start: 0;
    /* Cookie banners commonly use five digits; this is the largest number there is. */
    z-index: 2147483647;
    display: flex;
    flex-direction: row-reverse;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) / 4) var(--_space);
    padding: calc(var(--_space) / 2) var(--_space);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
    color: var(--_text);
  }
  handrail-quick-exit a:where(.handrail-quick-exit__link) {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    padding: 0.25rem 1rem;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_exit);
    color: var(--_exit-text);
    font: inherit;
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
  }
  handrail-quick-exit a:where(.handrail-quick-exit__link:hover) {
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }
  handrail-quick-exit a:where(.handrail-quick-exit__link:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  handrail-quick-exit div[data-handrail-ui] {
    display: flex;
    flex: 1 1 14rem;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
  }
  handrail-quick-exit p:where(.handrail-quick-exit__note) {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.3;
  }
  @media (hover: none) {
    handrail-quick-exit span:where(.handrail-quick-exit__keys) {
      display: none;
    }
  }
  handrail-quick-exit span:where(.handrail-quick-exit__lights) {
    display: inline-flex;
    gap: 0.375rem;
  }
  handrail-quick-exit span:where(.handrail-quick-exit__lights) i {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid var(--_exit);
    border-radius: 50%;
  }
  handrail-quick-exit span:where(.handrail-quick-exit__lights) i:where(.handrail-quick-exit__on) {
    background: var(--_exit);
  }
  @media (forced-colors: active) {
    handrail-quick-exit a:where(.handrail-quick-exit__link) {
      border-color: LinkText;
    }
    handrail-quick-exit span:where(.handrail-quick-exit__lights) i:where(.handrail-quick-exit__on) {
      background: CanvasText;
    }
  }
  @media print {
    handrail-quick-exit {
      display: none;
    }
  }
`;
