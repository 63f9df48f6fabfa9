import { expect } from '@open-wc/testing';
import { formatRequest } from '../examples/format-request.ts';
import { quickExit } from '../examples/quick-exit.ts';
import { serviceCard } from '../examples/service-card.ts';
import { contract } from './contract.ts';
import { Host } from './host.ts';

contract({ tag: 'handrail-quick-exit', examples: quickExit, printed: false });
contract({ tag: 'handrail-format-request', examples: formatRequest, printed: true });
contract({
  tag: 'handrail-service-card',
  examples: serviceCard,
  printed: true,
  requests: ['/test/examples/services.json'],
});

describe('<handrail-service-card json-ld> on a strict page', () => {
  it('writes its data for search engines, and breaks neither the content policy nor Trusted Types', async () => {
    const host = await Host.open();
    const example = serviceCard.find(({ html }) => html.includes('json-ld'));
    if (!example) throw new Error('No example writes JSON-LD.');
    const card = await host.show(example, 'handrail-service-card');
    const block = (): Element | null => card.querySelector('script[type="application/ld+json"]');
    // What writes it is fetched once the card is drawn.
    while (!block()) await new Promise((done) => requestAnimationFrame(done));
    expect(JSON.parse(block()?.textContent ?? '""')).to.have.property('@context');
    expect(host.window.record.faults).to.deep.equal([]);
    await host.close();
  });
});

describe('<handrail-format-request> as it is delivered', () => {
  it('runs no words into one another: links beside documents, and documents in an easier form', async () => {
    const host = await Host.open();
    const html = `<p><a href="/plan.pdf">Our plan (PDF)</a></p>
      <p><a href="/plan.docx">Our plan (Word)</a></p><p><a href="/plan.html">Our plan (HTML)</a></p>
      <handrail-format-request links><form method="post" action="/requests"></form></handrail-format-request>`;
    const form = await host.show({ name: 'A plan', html }, 'handrail-format-request');
    // What finds the documents is fetched beside the drawing.
    while (!form.querySelector('[name=document]')) await new Promise(requestAnimationFrame);
    expect(host.main.innerText).to.match(/^Our plan \(PDF\) Ask for another format/m);
    form.querySelector<HTMLInputElement>('[name=document]')?.click();
    await host.settled(form);
    const more = form.querySelector<HTMLElement>('.handrail-more');
    expect(more?.textContent.replace(/\s+/g, ' ')).to.equal(
      'Already available as: Word Our plan HTML Our plan',
    );
    await host.close();
  });

  it('writes on its buttons in the colours that a forced palette has for buttons', async () => {
    const host = await Host.open();
    const html = '<handrail-format-request><form method="post"></form></handrail-format-request>';
    const form = await host.show({ name: 'A form', html }, 'handrail-format-request');
    await host.emulate('forced-colors');
    const button = form.querySelector('[type=submit]');
    if (!button) throw new Error('There is no button.');
    const plain = host.document.createElement('button');
    host.main.append(plain);
    const { backgroundColor, color } = host.window.getComputedStyle(plain);
    const ours = host.window.getComputedStyle(button);
    expect([ours.backgroundColor, ours.color]).to.deep.equal([backgroundColor, color]);
    await host.close();
  });

  it('shows its focus on pages that take the outline away, and below a header that stays at the top', async () => {
    const host = await Host.open();
    const sheet = new host.window.CSSStyleSheet();
    sheet.replaceSync(
      ':focus { outline: none } h1 { position: sticky; top: 0; height: 120px; margin: 0; background: #ccc }',
    );
    host.document.adoptedStyleSheets = [sheet];
    const html = `<p><a href="/plan.pdf">Our plan (PDF)</a></p>
      <handrail-format-request links email="formats@council.example"><form method="post" action="/requests"></form></handrail-format-request>`;
    const form = await host.show({ name: 'A plan', html }, 'handrail-format-request');
    await host.focused();
    const controls = [
      ...host.main.querySelectorAll<HTMLElement>('[data-handrail-ask] a'),
      ...form.querySelectorAll<HTMLElement>('a, input, textarea, button'),
    ].filter((control) => control.checkVisibility());
    const faults = controls.reverse().filter((control) => {
      control.focus({ focusVisible: true, preventScroll: true });
      control.scrollIntoView({ block: 'nearest' });
      const { outlineStyle, outlineWidth } = host.window.getComputedStyle(control);
      const covered = host.window.scrollY > 0 && control.getBoundingClientRect().top < 120;
      return covered || outlineStyle !== 'solid' || outlineWidth !== '3px';
    });
    expect(faults.map((control) => control.outerHTML)).to.deep.equal([]);
    await host.close();
  });

  it('prints a receipt with the addresses of its links, which paper cannot follow', async () => {
    const host = await Host.open();
    const html = `<handrail-format-request contact-ways="email" complaints-url="/complain">
      <form method="post" action="/requests"></form></handrail-format-request>`;
    const form = await host.show({ name: 'A form', html }, 'handrail-format-request');
    host.window.fetch = async () =>
      Promise.resolve(
        Response.json(
          { reference: 'K7M4-PX3T' },
          { status: 201, headers: { 'Handrail-Receiver': '1' } },
        ),
      );
    const control = (name: string): HTMLInputElement => {
      const found = form.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (!found) throw new Error(`There is no ${name}.`);
      return found;
    };
    control('document-other').value = 'The plan';
    form.querySelector<HTMLElement>('[value=word]')?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    control('email').value = 'sam@example.org';
    form.querySelector<HTMLElement>('[type=submit]')?.click();
    while (!form.querySelector('.handrail-receipt')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await host.emulate('print');
    const printed = [...form.querySelectorAll('a')].map(
      (link) => host.window.getComputedStyle(link, '::after').content,
    );
    // Engines differ in whether they tell the text or where it is from.
    expect(printed[0]).to.match(/attr\(href\)|complain/);
    expect(printed[1]).to.match(/attr\(href\)|equalityadvisoryservice\.com/);
    await host.close();
  });
});
