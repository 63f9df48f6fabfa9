import { expect } from '@open-wc/testing';
import type { FormatRequest } from '../../src/format-request/format-request.ts';
import {
  answer,
  CONTACTS,
  find,
  FORM,
  json,
  page,
  RECEIPT,
  says,
  send,
  sent,
  settled,
  show,
  tick,
  type,
  until,
} from './format-request-page.ts';

describe('The documents of the page', () => {
  const two = '<p><a href="/a.pdf">Plan A (PDF, 1MB)</a> <a href="/b.docx">Plan B</a></p>';

  it('are there to be chosen, and the only one is chosen already', async () => {
    const one = await show(CONTACTS, FORM, '<a href="/a.pdf">Plan A (PDF, 1MB)</a>');
    expect(find(one, '[name=document]').checked).to.equal(true);
    const element = await show(CONTACTS, FORM, two);
    const boxes = [...element.querySelectorAll<HTMLInputElement>('[name=document]')];
    expect(boxes.map(({ checked }) => checked)).to.deep.equal([false, false]);
    expect(boxes.map(({ labels }) => labels?.[0]?.textContent)).to.deep.equal(['Plan A', 'Plan B']);
  });

  it('that arrive later are listed, and what was typed and ticked stays', async () => {
    const element = await show(CONTACTS, FORM, two);
    await tick(element, 'document', new URL('/b.docx', location.href).href + ' Plan B');
    type(element, 'document-other', 'Another one');
    page.insertAdjacentHTML('afterbegin', '<a href="/c.pdf">Plan C</a>');
    await says(element, 'Plan C');
    const ticked = element.querySelectorAll<HTMLInputElement>('[name=document]:checked');
    expect([...ticked].map(({ value }) => value.split(' ').slice(1).join(' '))).to.deep.equal([
      'Plan B',
    ]);
    expect(find(element, '[name=document-other]').value).to.equal('Another one');
  });

  it('that arrive later leave the focus on the one that it was on', async () => {
    const element = await show(CONTACTS, FORM, two);
    find(element, '[name=document]').focus();
    page.insertAdjacentHTML('afterbegin', '<a href="/c.pdf">Plan C</a>');
    await says(element, 'Plan C');
    expect((document.activeElement as HTMLInputElement).value).to.match(/Plan A$/);
  });

  it('with addresses longer than a request may hold are asked for by title', async () => {
    const long = `<a href="/${'x'.repeat(2100)}.pdf">Plan A</a>`;
    const element = await show(CONTACTS, FORM, long);
    await tick(element, 'format', 'word');
    type(element, 'email', 'sam@example.org');
    answer(json(201, RECEIPT));
    send(element);
    await says(element, 'K7M4-PX3T');
    expect(sent[0]?.['document']).to.deep.equal(['Plan A']);
  });

  it('that were typed as a title before any arrived are not lost', async () => {
    const element = await show();
    type(element, 'document-other', 'Another one');
    page.insertAdjacentHTML('afterbegin', '<a href="/c.pdf">Plan C</a>');
    await says(element, 'Plan C');
    expect(find(element, '[name=document-other]').value).to.equal('Another one');
  });

  it('in hundreds show twenty at first', async () => {
    const many = Array.from(
      { length: 200 },
      (_, at) => `<a href="/${String(at)}.pdf">P${String(at)}</a>`,
    );
    const element = await show(CONTACTS, FORM, many.join(' '));
    const visible = () =>
      [...element.querySelectorAll('[name=document]')].filter((box) => box.checkVisibility());
    expect(visible()).to.have.lengthOf(20);
    const [all] = [...element.querySelectorAll('button')].filter((button) =>
      button.textContent.includes('Show all 200'),
    );
    all?.click();
    await until(() => visible().length === 200);
    // Who asked for the rest goes on at its beginning: the button is gone.
    await until(() => document.activeElement === visible()[20]);
  });

  it('in hundreds can be searched, and what is ticked stays in sight', async () => {
    const many = Array.from(
      { length: 200 },
      (_, at) => `<a href="/${String(at)}.pdf">P${String(at)}</a>`,
    );
    const element = await show(CONTACTS, FORM, many.join(' '));
    const visible = () =>
      [...element.querySelectorAll<HTMLInputElement>('[name=document]')]
        .filter((box) => box.checkVisibility())
        .map((box) => box.labels?.[0]?.textContent);
    find(element, '[name=document]').click();
    const search = find(element, '[type=search]');
    const seek = async (words: string): Promise<void> => {
      search.value = words;
      search.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
    };
    await seek(' p15 ');
    expect(visible()).to.deep.equal([
      'P0',
      'P15',
      ...many.slice(150, 160).map((_, at) => `P15${String(at)}`),
    ]);
    await says(element, 'Documents found: 11');
    expect(element.textContent).not.to.contain('Show all');
    await seek('nothing of the kind');
    expect(visible()).to.deep.equal(['P0']);
    await seek('');
    expect(visible()).to.have.lengthOf(20);
    // It belongs to no answer, and Enter in it sends nothing.
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    expect(search.dispatchEvent(enter)).to.equal(false);
    expect(search.name).to.equal('');
  });

  it('that are few cannot be searched', async () => {
    const element = await show(CONTACTS, FORM, two);
    expect(element.querySelector('[type=search]') === null).to.equal(true);
  });

  it('are said to be there already in an easier form, once chosen', async () => {
    const element = await show(
      CONTACTS,
      FORM,
      '<a href="/a.pdf">Plan A (PDF)</a> <a href="/plan-a">Plan A</a>',
    );
    expect(find(element, '.handrail-more').innerText).to.match(/Already available as:\s+HTML/);
  });

  it('get links with their titles that open the one form with that document chosen', async () => {
    const element = await show(
      `links ${CONTACTS}`,
      FORM,
      `${two}<a href="/d.pdf" data-handrail-document="off">Plan D</a>`,
    );
    const links = [...page.querySelectorAll<HTMLAnchorElement>('[data-handrail-ask] a')];
    expect(links.map(({ textContent }) => textContent)).to.deep.equal([
      'Ask for another format:\u00A0Plan A',
      'Ask for another format:\u00A0Plan B',
    ]);
    const details = document.createElement('details');
    element.replaceWith(details);
    details.append(element);
    await settled(element);
    page.querySelectorAll<HTMLAnchorElement>('[data-handrail-ask] a')[1]?.click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    expect(details.open).to.equal(true);
    expect((document.activeElement as HTMLInputElement).value).to.contain('Plan B');
    expect(find(element, '[name=document]:checked') === document.activeElement).to.equal(true);
    element.links = false;
    await element.updateComplete;
    expect(page.querySelector('[data-handrail-ask]') === null).to.equal(true);
  });

  it('take their link along when they go', async () => {
    await show(`links ${CONTACTS}`, FORM, two);
    find(page, 'a[href="/a.pdf"]').remove();
    await until(() => page.querySelectorAll('[data-handrail-ask]').length === 1);
  });

  it('keep links that say and open what they stand beside, whatever the page does to them', async () => {
    const element = await show(`links ${CONTACTS}`, FORM, `<div>${two}</div>`);
    const asks = () =>
      [...page.querySelectorAll('[data-handrail-ask] a span')].map(({ textContent }) =>
        textContent.replace(':', '').trim(),
      );
    const first = find<HTMLAnchorElement>(page, 'a');
    first.href = '/z.pdf';
    first.textContent = 'Plan Z';
    await until(() => asks()[0] === 'Plan Z');
    find<HTMLAnchorElement>(page, '[data-handrail-ask] a').click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    expect((document.activeElement as HTMLInputElement).value).to.match(/\/z\.pdf Plan Z$/);
    find(page, '[data-handrail-ask]').remove();
    await until(() => asks().length === 2);
    const holder = find(page, 'div');
    const copied = holder.innerHTML;
    holder.innerHTML = copied;
    const dead = find(holder, '[data-handrail-ask]');
    await until(() => !dead.isConnected && asks().length === 2);
    find<HTMLAnchorElement>(page, '[data-handrail-ask]:last-of-type a').click();
    await until(() => find(element, '[name=document][value$="Plan B"]').checked);
    expect(asks()).to.deep.equal(['Plan Z', 'Plan B']);
  });

  it('open the form in everything that is folded around it, also around its component', async () => {
    const element = await show(`links ${CONTACTS}`, FORM, two);
    const details = page.appendChild(document.createElement('details'));
    const root = details.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    root.append(element);
    await settled(element);
    await until(() => page.querySelector('[data-handrail-ask] a'));
    find(page, '[data-handrail-ask] a').click();
    await until(() => root.activeElement?.getAttribute('name') === 'document');
    expect(details.open).to.equal(true);
  });

  it('open what is hidden around the form, and an accordion hears of it', async () => {
    const element = await show(`links ${CONTACTS}`, FORM, two);
    const opened: EventTarget[] = [];
    page.addEventListener('beforematch', ({ target }) => target && opened.push(target));
    const section = page.appendChild(document.createElement('section'));
    const slotted = section.appendChild(document.createElement('div'));
    slotted.attachShadow({ mode: 'open' }).innerHTML = '<details><slot></slot></details>';
    slotted.append(element);
    await until(() => page.querySelector('[data-handrail-ask] a'));
    for (const hidden of ['until-found', '']) {
      section.setAttribute('hidden', hidden);
      find<HTMLAnchorElement>(page, '[data-handrail-ask] a').click();
      await until(() => document.activeElement?.getAttribute('name') === 'document');
      expect(element.checkVisibility()).to.equal(true);
      (document.activeElement as HTMLElement).blur();
    }
    expect(opened).to.have.lengthOf(2);
    expect(opened.every((target) => target === section)).to.equal(true);
  });

  it('open a popover that the form stands in', async () => {
    const element = await show(`links ${CONTACTS}`, FORM, two);
    const popover = page.appendChild(document.createElement('div'));
    popover.popover = 'manual';
    popover.append(element);
    await until(() => page.querySelector('[data-handrail-ask] a'));
    for (const press of ['first', 'second']) {
      find<HTMLAnchorElement>(page, '[data-handrail-ask] a').click();
      await until(() => document.activeElement?.getAttribute('name') === 'document');
      expect(popover.matches(':popover-open'), press).to.equal(true);
      (document.activeElement as HTMLElement).blur();
    }
  });

  it('are in view when their link has led to them, however many there are', async () => {
    const many = Array.from(
      { length: 60 },
      (_, at) => `<a href="/${String(at)}.pdf">P${String(at)}</a>`,
    );
    const element = await show(`links ${CONTACTS}`, FORM, many.join(' '));
    [...page.querySelectorAll<HTMLAnchorElement>('[data-handrail-ask] a')].at(-1)?.click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(element.contains(document.activeElement)).to.equal(true);
  });

  it('are in view too on a page that scrolls smoothly, with their question above them', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    const gap = '<div style="height: 300vh"></div>';
    const element = await show(`links ${CONTACTS}`, FORM, `${two}${gap}`);
    element.insertAdjacentHTML('afterend', gap);
    find(page, '[data-handrail-ask] a').click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    const { top = -1 } = document.activeElement?.closest('fieldset')?.getBoundingClientRect() ?? {};
    document.documentElement.style.scrollBehavior = '';
    expect(top).to.be.within(0, innerHeight / 2);
  });

  it('are led to from a dialog, and in one', async () => {
    const around = '<dialog><a href="/a.pdf">Plan A</a></dialog>';
    const element = await show(`links ${CONTACTS}`, FORM, around);
    const dialog = find<HTMLDialogElement>(page, 'dialog');
    dialog.showModal();
    find(page, '[data-handrail-ask] a').click();
    await until(() => document.activeElement?.getAttribute('name') === 'document');
    expect(dialog.open, 'what would keep everybody out of the form').to.equal(false);
    page.append(find(dialog, 'a'));
    dialog.replaceChildren(element);
    await settled(element);
    await until(() => page.querySelector(':scope > [data-handrail-ask] a'));
    find(page, '[data-handrail-ask] a').click();
    await until(() => element.contains(document.activeElement));
    expect(dialog.open, 'what the form is in').to.equal(true);
    dialog.close();
  });

  it('keep their tick where the page gives them another name', async () => {
    const element = await show(CONTACTS, FORM, two);
    find(element, '[name=document]').click();
    const [first, second] = page.querySelectorAll<HTMLAnchorElement>('main a');
    first?.replaceChildren('Cynllun A');
    second?.replaceChildren('Cynllun B');
    await until(() => element.querySelector('[name=document][value$="Cynllun B"]'));
    const ticked = [...element.querySelectorAll<HTMLInputElement>('[name=document]:checked')];
    expect(ticked.map(({ value }) => value.replace(/^.*\//, ''))).to.deep.equal(['a.pdf Plan A']);
  });

  it('have no link to a form that is not on the page, and one where two forms are', async () => {
    const element = await show(`links ${CONTACTS}`, FORM, two);
    page.append(element.cloneNode(true));
    const second = await settled(page.querySelector<FormatRequest>(`${element.localName} ~ *`));
    const asks = () => page.querySelectorAll('[data-handrail-ask]').length;
    expect(asks()).to.equal(2);
    element.remove();
    element.organisation = 'Somebody else';
    await element.updateComplete;
    await until(() => asks() === 2, 'the links of the form that stays');
    second.remove();
    second.organisation = 'Somebody else';
    await second.updateComplete;
    expect(asks()).to.equal(0);
  });

  it('have a link that can be pressed where their own is stretched over a card', async () => {
    const css = `a[href='/a.pdf']::after { content: ''; position: absolute; inset: 0; z-index: 1 }`;
    await show(
      `links ${CONTACTS}`,
      FORM,
      `<style>${css}</style><div style="position: relative; padding: 2em; font: 12px/1 serif">${two}</div>`,
    );
    const link = find(page, '[data-handrail-ask] a');
    const { left, top, height } = link.getBoundingClientRect();
    expect(height).to.be.at.least(24);
    expect(document.elementFromPoint(left + 5, top + height / 2) === link).to.equal(true);
  });

  it('are named in their own language', async () => {
    const element = await show(
      `links ${CONTACTS}`,
      FORM,
      '<p lang="cy"><a href="/a.pdf">Cynllun</a>',
    );
    expect(find<HTMLLabelElement>(element, '[name=document] + label').lang).to.equal('cy');
    expect(find(page, '[data-handrail-ask]').lang).to.equal('en-GB');
    expect(find(page, '[data-handrail-ask] a span').lang).to.equal('cy');
  });

  it('have their sizes asked for once somebody turns to the form, and not before', async () => {
    const asked: string[] = [];
    window.fetch = (input) => {
      asked.push(new URL(new Request(input).url).pathname);
      return Promise.resolve(new Response(null, { headers: { 'Content-Length': '52000' } }));
    };
    const element = await show(CONTACTS, FORM, two);
    expect(asked).to.deep.equal([]);
    find(element, '[name=document]').focus();
    await says(element, '52KB');
    expect(asked).to.deep.equal(['/b.docx']);
  });

  it('have their sizes asked for where a click gives no focus, as in Safari', async () => {
    window.fetch = () =>
      Promise.resolve(new Response(null, { headers: { 'Content-Length': '52000' } }));
    const element = await show(CONTACTS, FORM, two);
    await tick(element, 'format', 'braille');
    await says(element, '52KB');
  });

  it('have no more sizes asked for once the form is gone', async () => {
    const answers: (() => void)[] = [];
    window.fetch = async () => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return new Response(null, { headers: { 'Content-Length': '52000' } });
    };
    const link = (name: string): string => `<a href="/${name}.pdf">Plan ${name}</a> `;
    const element = await show(CONTACTS, FORM, ['a', 'b', 'c', 'd'].map(link).join(''));
    find(element, '[name=document]').focus();
    await until(() => answers.length === 2);
    element.remove();
    answers.forEach((answer) => answer());
    await new Promise(requestAnimationFrame);
    expect(answers).to.have.lengthOf(2);
  });

  it('have two sizes at a time asked for, also those that arrive while others are asked for', async () => {
    let open = 0;
    let most = 0;
    const answers: (() => void)[] = [];
    window.fetch = async () => {
      most = Math.max(most, (open += 1));
      await new Promise<void>((resolve) => answers.push(resolve));
      open -= 1;
      return new Response(null, { headers: { 'Content-Length': '52000' } });
    };
    const link = (name: string): string => `<a href="/${name}.pdf">Plan ${name}</a> `;
    const element = await show(CONTACTS, FORM, link('a') + link('b') + link('c'));
    find(element, '[name=document]').focus();
    await until(() => answers.length === 2);
    page.insertAdjacentHTML('afterbegin', link('d') + link('e'));
    await says(element, 'Plan e');
    expect(answers).to.have.lengthOf(2);
    const count = (): number => element.textContent.split('52KB').length - 1;
    await until(() => {
      answers.splice(0).forEach((answer) => answer());
      return count() === 5;
    });
    expect(most).to.equal(2);
  });
});
