import { expect } from '@open-wc/testing';
import { CONTACTS, FORM, show, tick, until } from './format-request-page.ts';

/** A line with one document in several formats. */
const line = (name: string): string =>
  `<li>${name}: <a href="/${name}.pdf">PDF</a> | <a href="/${name}.docx">Word (2 MB)</a> | <a href="/${name}-lp.pdf">Large print</a></li>`;

/** What somebody sees and can follow of formats that are there already. */
const offered = (element: Element): string[] =>
  [...element.querySelectorAll('.handrail-more a')]
    .filter((link) => link.checkVisibility())
    .map((link) => link.textContent.replace(/\s+/g, ' '));

describe('Formats that a page has already', () => {
  it('are linked before a document is chosen, with their sizes, where they are few', async () => {
    const element = await show(CONTACTS, FORM, `<ul>${line('Bins')}${line('Trees')}</ul>`);
    await until(() => element.querySelectorAll('[name=document]').length === 2);
    expect(element.querySelector('[name=document]:checked') === null).to.equal(true);
    expect(offered(element)).to.deep.equal([
      'Word, 2 MB Bins',
      'Large print Bins',
      'Word, 2 MB Trees',
      'Large print Trees',
    ]);
  });

  it('are linked once a document is chosen where they are many', async () => {
    const names = ['Bins', 'Trees', 'Roads'];
    const element = await show(CONTACTS, FORM, `<ul>${names.map(line).join('')}</ul>`);
    await until(() => element.querySelectorAll('[name=document]').length === 3);
    expect(offered(element)).to.deep.equal([]);
    const url = new URL('/Trees.pdf', location.href).href;
    await tick(element, 'document', `${url} Trees`);
    await until(() => offered(element).length > 0);
    expect(offered(element)).to.deep.equal(['Word, 2 MB Trees', 'Large print Trees']);
  });
});
