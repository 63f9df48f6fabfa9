import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = (name: string): string =>
  readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8');

const AXE = source('axe-core/axe.min.js');
const EQUAL_ACCESS = source('accessibility-checker-engine/ace.js');
const CODE_SNIFFER = source('@pa11y/html_codesniffer/build/HTMLCS.js');

/** What Equal Access says of one part of a page, as far as it matters here. */
interface Report {
  readonly results: readonly {
    readonly ruleId: string;
    /** A policy, such as `VIOLATION`, and an outcome: `FAIL` where no person has to look first. */
    readonly value: readonly [string, string];
    readonly message: string;
    readonly snippet: string;
  }[];
}

/** Looks at one part of a page with HTML CodeSniffer, and gives back its errors, a line for each. */
const SNIFF = `(part) => new Promise((resolve, reject) => {
  // It asks the part for what aria-labelledby names, as if that were always a document.
  part.getElementById = (id) => document.getElementById(id);
  HTMLCS.process('WCAG2AA', part, () => {
    const errors = HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR);
    resolve(errors.map(({ code, msg, element }) => code + ': ' + msg + ' ' + (element.outerHTML ?? '').slice(0, 200)));
  }, reject);
})`;

/** The names of the groups of fields that are shown. */
const GROUPS = `[...document.querySelectorAll('fieldset')].filter((group) => group.checkVisibility())
  .map((group) => group.querySelector('legend')?.textContent.trim())`;

/**
 * Everything that any of three accessibility engines objects to: axe, IBM's Equal Access and HTML
 * CodeSniffer. Each was written by other people and reads the standards in its own way. Content
 * policies do not hold them.
 *
 * @param selector - the part of the page to look at.
 * @returns a line for each thing that is wrong.
 */
export async function objections(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(AXE);
  await page.evaluate(`${EQUAL_ACCESS}; window.ace = ace;`);
  const part = `document.querySelector(${JSON.stringify(selector)})`;
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${part})`);
  const { results } = await page.evaluate<Report>(
    `new ace.Checker().check(${part}, ['IBM_Accessibility', 'WCAG_2_2'])`,
  );
  // Equal Access finds two groups of one name also where one of them, the author's, is not shown.
  const groups = await page.evaluate<(string | undefined)[]>(GROUPS);
  const isShownOnce = ({ ruleId, message }: Report['results'][number]): boolean =>
    ruleId === 'fieldset_label_valid' &&
    groups.filter((name) => name && message.includes(`"${name}" has a duplicate name`)).length ===
      1;
  await page.evaluate(CODE_SNIFFER);
  const errors = await page.evaluate<string[]>(`(${SNIFF})(${part})`);
  return [
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html ?? ''}`),
    ...results
      .filter(({ value: [policy, outcome] }) => policy === 'VIOLATION' && outcome === 'FAIL')
      .filter((result) => !isShownOnce(result))
      .map(({ ruleId, message, snippet }) => `Equal Access ${ruleId}: ${message} ${snippet}`),
    ...errors.map((error) => `HTML CodeSniffer ${error}`),
  ];
}
