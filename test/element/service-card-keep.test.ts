import { expect } from '@open-wc/testing';
import { contactCard } from '../../src/service-card/keep.ts';
import { example, show, words } from './service-card.helper.ts';

const channels = [{ kind: 'voice', value: '020 7946 0123' }] as const;

describe('Keeping a number', () => {
  it('is not offered unless a page asks for it', async () => {
    expect((await show({ channels })).querySelector('details')).to.equal(null);
    const asked = await show({ channels }, { attributes: 'keep' });
    expect(asked.querySelector('details')?.open).to.equal(false);
  });

  it('is not offered where there is no number', async () => {
    const card = await show(
      { channels: [{ kind: 'voice', value: 'ask Sam' }] },
      { attributes: 'keep' },
    );
    expect(card.querySelector('details')).to.equal(null);
  });

  it('says first what it leaves on the device', async () => {
    const card = await example('A refuge whose place is masked, with JSON-LD and a number to keep');
    const box = card.querySelector('details');
    if (box) box.open = true;
    expect(words(box)).to.match(
      /^Keep this number A contact stays on this device, .* Name to keep/,
    );
  });

  it('names the contact as the person does, and holds the number and nothing else', async () => {
    const card = await show({ channels, name: 'A secret' }, { attributes: 'keep' });
    const input = card.querySelector('input');
    const [add] = card.querySelectorAll('button');
    if (!input || !add) throw new Error('Nothing is offered.');
    expect(card.querySelector('label')?.control).to.equal(input);
    expect([input.value, input.autocomplete]).to.deep.equal(['Clinic', 'off']);
    input.value = 'Dentist; Sam';
    const handed: HTMLAnchorElement[] = [];
    Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
      configurable: true,
      value(this: HTMLAnchorElement) {
        handed.push(this);
      },
    });
    add.click();
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    await card.updateComplete;
    expect(handed[0]?.download).to.equal('contact.vcf');
    const [, text = ''] = handed[0]?.href.split(',') ?? [];
    expect(decodeURIComponent(text)).to.equal(
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Dentist\\; Sam;;;\r\nFN:Dentist\\; Sam\r\nTEL:+442079460123\r\nEND:VCARD\r\n',
    );
    expect(words(card.querySelector('[role=status]'))).to.include('contact.vcf');
  });

  it('copies the name and the number, and says whether that worked', async () => {
    const card = await show({ channels }, { attributes: 'keep' });
    const [, copy] = card.querySelectorAll('button');
    let copied = '';
    let works = true;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: (text: string) => {
          copied = text;
          return works ? Promise.resolve() : Promise.reject(new Error('refused'));
        },
      },
    });
    const said = async (): Promise<string> => {
      copy?.click();
      await Promise.resolve();
      await Promise.resolve();
      await card.updateComplete;
      return words(card.querySelector('[role=status]'));
    };
    expect(await said()).to.equal('Copied');
    expect(copied).to.equal('Clinic 020 7946 0123');
    works = false;
    expect(await said()).to.include('Select the number and copy it yourself');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('takes no line of the contact from the name', () => {
    expect(contactCard('a\r\nURL:https://x.example\\', 'tel:999').split('\r\n')).to.have.lengthOf(
      7,
    );
  });
});
