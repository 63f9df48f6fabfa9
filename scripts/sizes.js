/**
 * Weighs what dist/ holds and keeps each file to its budget.
 *
 *   node scripts/sizes.js           compares, and fails where a budget is broken or docs/sizes.md is stale
 *   node scripts/sizes.js --write   writes docs/sizes.md
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes after brotli, by file. */
const BUDGETS = {
  'handrail-guard.min.js': 3000,
  'handrail.min.js': 30_000,
  'handrail-format-request.min.js': 15_000,
  'handrail-card-extras.min.js': 4000,
};

/** The files that a page can load. */
export const FILES = [
  'handrail-guard.min.js',
  'handrail.min.js',
  'handrail-format-request.min.js',
  'handrail-card-extras.min.js',
  'handrail-self-check.min.js',
  'handrail-adopt.min.js',
  'locales/ar.js',
  'locales/cy.js',
  'themes/fallback.css',
  'themes/tokens.css',
  'themes/govuk.css',
  'themes/london.css',
  'themes/nhs.css',
];

function measure(file) {
  const content = readFileSync(`dist/${file}`);
  return {
    file,
    minified: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
    budget: BUDGETS[file],
  };
}

function table(rows) {
  const lines = rows.map(
    ({ file, minified, gzip, brotli, budget }) =>
      `| \`${file}\` | ${minified} | ${gzip} | ${brotli} | ${budget ?? ''} |`,
  );
  return [
    '# Sizes',
    '',
    'Bytes of each file that a page can load, written by `npm run sizes`. `handrail.min.js` holds every',
    'element, its CSS and Lit, but for the working part of the request form, which it loads on pages',
    'with one. A file over its brotli budget fails the build.',
    '',
    '| file | minified | gzip | brotli | budget |',
    '| --- | --: | --: | --: | --: |',
    ...lines,
    '',
  ].join('\n');
}

/** Says which files are over their budgets. @returns {boolean} whether none is. */
export function weigh() {
  const over = FILES.map(measure).filter(({ brotli, budget }) => budget && brotli > budget);
  for (const { file, brotli, budget } of over) {
    console.error(`dist/${file} is ${brotli} bytes after brotli; its budget is ${budget}.`);
  }
  return over.length === 0;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const page = table(FILES.map(measure));
  if (process.argv.includes('--write')) {
    writeFileSync('docs/sizes.md', page);
  } else if (!weigh() || readFileSync('docs/sizes.md', 'utf8') !== page) {
    console.error('docs/sizes.md is not current. Run: npm run sizes');
    process.exit(1);
  }
  console.log(page);
}
