import assert from 'node:assert/strict';
import { CONTACT_WAYS } from '../../src/format-request/schema/choices.ts';
import { DOCUMENTS } from './people.ts';
import type { Person } from './people.ts';
import { RequestSite } from './request-site.ts';
import type { Screen } from './screen.ts';

/** A page with three documents, and on it a form as short as it can be, which leads to the whole one. */
const BODY = `<ul>${DOCUMENTS.map((title, at) => `<li><a href="/${String(at)}.pdf">${title}</a></li>`).join('')}</ul>
<handrail-format-request><form method="post" action="/requests">
<p><a id="more" href="/requests">More formats, and other ways to reach you</a></p>
<p><label>Which document? <input name="document-other"></label></p>
<p><label>Your email <input name="email" autocomplete="email"></label></p>
<p><button>Send request</button></p>
</form></handrail-format-request>`;

/** The site that ten people come to. */
export const startSite = (): Promise<RequestSite> =>
  RequestSite.start({ body: BODY, contactWays: CONTACT_WAYS, homeUrl: '/#more' });

/** Types a text of several lines. As a character of a text a line break is a key that some browsers do not know. */
export async function typeLines(screen: Screen, text: string): Promise<void> {
  const [first = '', ...others] = text.split('\n');
  await screen.type(first);
  for (const line of others) {
    await screen.press('Return');
    await screen.type(line);
  }
}

/** Whether the page's list has a document. */
export const isListed = (title: string): boolean => DOCUMENTS.includes(title);

/**
 * Compares the request that a receiver has kept with what somebody has asked: one, and no more.
 *
 * @param before - how many requests it had before.
 * @param list - whether they chose from a list of documents.
 */
export function assertKept(
  site: RequestSite,
  { documents, formats, reached, answers }: Person,
  before: number,
  list: boolean,
): void {
  const rows = site.rows().slice(before);
  assert.equal(rows.length, 1);
  const row = rows[0] ?? {};
  const ticked = list ? documents.filter(isListed) : [];
  const typed = documents.filter((title) => !ticked.includes(title)).join(', ');
  assert.deepEqual(
    {
      documents: (JSON.parse(String(row['documents'])) as { title: string }[]).map(
        ({ title }) => title,
      ),
      formats: JSON.parse(String(row['formats'])) as unknown,
      reached: row['contact_by'],
      answers: JSON.parse(String(row['answers'])) as unknown,
      state: row['state'],
    },
    {
      documents: ticked,
      formats,
      reached,
      answers: { ...answers, ...(typed && { 'document-other': typed }) },
      state: 'new',
    },
  );
}
