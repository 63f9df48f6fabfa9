/**
 * Measures how long Node takes to draw a card, beside a peer in the same run: the same HTML out of a plain
 * template literal that escapes its values, which is the least that any renderer can take.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { renderCard, renderForm } from '../src/render/index.ts';
import { markup } from '../src/render/markup.ts';
import type { Markup } from '../src/render/markup.ts';
import type { ServicesFile } from '../src/service/service.ts';

const ROUNDS = 7;
const EACH = 300;
const now = new Date('2026-11-23T10:00:00Z');

const { services } = JSON.parse(
  readFileSync(new URL('../test/examples/services.json', import.meta.url), 'utf8'),
) as ServicesFile;

/** What a card's HTML consists of: its tags as they are, its texts to be escaped again. */
function peerOf(html: string): () => string {
  const parts = html.split(/(<[^>]*>)/).map((part) => ({ part, tag: part.startsWith('<') }));
  return () =>
    parts
      .map(({ part, tag }): Markup | string => (tag ? markup`${part}` : markup`${part}`))
      .join('');
}

/** Milliseconds that something takes, the median of several rounds. */
function median(work: () => unknown): number {
  for (let warm = 0; warm < EACH; warm += 1) work();
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    for (let count = 0; count < EACH; count += 1) work();
    return (performance.now() - begun) / EACH;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}

function report(name: string, draw: () => string): void {
  const html = draw();
  const [ours, peer] = [median(draw), median(peerOf(html))];
  const bytes = Buffer.byteLength(html);
  console.log(
    `${name}: ${ours.toFixed(3)} ms, ${String(bytes)} bytes; a template literal ${peer.toFixed(3)} ms; ratio ${(ours / peer).toFixed(1)}`,
  );
}

for (const service of services.slice(0, 3)) {
  report(`card ${service.id}`, () => renderCard(service, { now, services }));
}
report('form', () => renderForm({ action: '/requests', now }));
