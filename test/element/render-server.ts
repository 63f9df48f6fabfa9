/**
 * What a server draws, for tests in a browser. `/rendered/card?id=office` and `/rendered/form` answer with
 * the HTML of one element, drawn in Node with the options that `options` gives as JSON; with `page=1` on a
 * page with its style sheet and no script.
 */
import { readFileSync } from 'node:fs';
import { renderCard, renderForm, styles } from '../../src/render/index.ts';
import type { CardOptions, FormOptions } from '../../src/render/index.ts';
import type { ServicesFile } from '../../src/service/service.ts';

interface Context {
  readonly url: string;
  type: string;
  body: unknown;
}

const FILE = '/test/examples/services.json';
const { services, notice = '' } = JSON.parse(
  readFileSync(new URL(`../..${FILE}`, import.meta.url), 'utf8'),
) as ServicesFile;

type CardQuery = Omit<CardOptions, 'now'> & { readonly now: string };

function card(id: string, { now, ...options }: CardQuery): string {
  const service = services.find((each) => each.id === id);
  if (!service) throw new Error(`There is no service "${id}".`);
  const src = `${FILE}#${id}`;
  return renderCard(service, { src, services, notice, ...options, now: new Date(now) });
}

/** Answers as a middleware of the test runner's server. */
export function rendered(): (context: Context, next: () => Promise<unknown>) => Promise<unknown> {
  return async (context, next) => {
    const { pathname, searchParams } = new URL(context.url, 'http://localhost');
    const [, root, kind] = pathname.split('/');
    if (root !== 'rendered') return next();
    const options = JSON.parse(searchParams.get('options') ?? '{}') as unknown;
    const element =
      kind === 'card'
        ? card(searchParams.get('id') ?? '', options as CardQuery)
        : renderForm(options as FormOptions);
    context.type = 'text/html; charset=utf-8';
    context.body = searchParams.has('page')
      ? `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Page</title>
<style>${styles}</style><body><p>Before</p>${element}<p id="after">After</p></body></html>`
      : element;
    return undefined;
  };
}
