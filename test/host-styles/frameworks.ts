/** The style sheets of others that the form is tried in, and the markup that a page of each typically has. */
export interface Framework {
  readonly name: string;
  readonly title: string;
  /** Its style sheet, in node_modules/. */
  readonly css: string;
  /** The theme of Handrail's that belongs to it. */
  readonly theme?: string;
  /** What is on `<html>` or `<body>` where the page is dark; nothing where the design has no dark form. */
  readonly dark?: { readonly html?: string; readonly css?: string };
  /** Classes of `<html>` and `<body>`. */
  readonly html?: string;
  readonly body?: string;
  /** What stands around the element: `{form}` is its place. */
  readonly around: string;
}

/** A page that paints itself dark and says nothing of it to the browser. */
const UNSAID = { css: 'body { background: #111; color: #eee } a { color: #9cf }' };

export const FRAMEWORKS: readonly Framework[] = [
  {
    name: 'bootstrap',
    title: 'Bootstrap 5',
    css: 'bootstrap/dist/css/bootstrap.min.css',
    dark: { html: 'data-bs-theme="dark"' },
    around:
      '<main class="container py-4"><div class="row"><div class="col-lg-12"><h1 class="display-5">Plans</h1><p class="lead">Read our plans.</p>{form}</div></div></main>',
  },
  {
    name: 'tailwind',
    title: 'Tailwind 4, preflight',
    css: 'tailwindcss/preflight.css',
    dark: UNSAID,
    around: '<main><h1>Plans</h1><p>Read our plans.</p>{form}</main>',
  },
  {
    name: 'foundation',
    title: 'Foundation 6',
    css: 'foundation-sites/dist/css/foundation.min.css',
    dark: UNSAID,
    around:
      '<div class="grid-container"><div class="grid-x grid-padding-x"><main class="cell"><h1>Plans</h1><p>Read our plans.</p>{form}</main></div></div>',
  },
  {
    name: 'bulma',
    title: 'Bulma 1',
    css: 'bulma/css/bulma.min.css',
    dark: { html: 'data-theme="dark"' },
    around:
      '<section class="section"><div class="container"><main class="content"><h1 class="title">Plans</h1><p>Read our plans.</p>{form}</main></div></section>',
  },
  {
    name: 'materialize',
    title: 'Materialize 1',
    css: 'materialize-css/dist/css/materialize.min.css',
    dark: UNSAID,
    around:
      '<main class="container"><div class="row"><div class="col s12"><h1>Plans</h1><p class="flow-text">Read our plans.</p>{form}</div></div></main>',
  },
  {
    name: 'pico',
    title: 'Pico 2',
    css: '@picocss/pico/css/pico.min.css',
    dark: { html: 'data-theme="dark"' },
    around: '<main class="container"><h1>Plans</h1><p>Read our plans.</p>{form}</main>',
  },
  {
    name: 'govuk',
    title: 'GOV.UK Frontend 6',
    css: 'govuk-frontend/dist/govuk/govuk-frontend.min.css',
    theme: 'govuk',
    html: 'govuk-template govuk-template--rebranded',
    body: 'govuk-template__body',
    around:
      '<div class="govuk-width-container"><main class="govuk-main-wrapper"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">Plans</h1><p class="govuk-body">Read our plans.</p>{form}</div></div></main></div>',
  },
  {
    name: 'nhs',
    title: 'NHS.UK frontend 10',
    css: 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css',
    theme: 'nhs',
    around:
      '<div class="nhsuk-width-container"><main class="nhsuk-main-wrapper"><div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-xl">Plans</h1><p class="nhsuk-body">Read our plans.</p>{form}</div></div></main></div>',
  },
];
