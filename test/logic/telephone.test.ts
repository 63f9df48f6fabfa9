import { expect } from 'chai';
import { telephone, textNumber } from '../../src/telephone/telephone.ts';

describe('A telephone number', () => {
  it('is linked, grouped and priced by its first digits', () => {
    for (const [value, href, display, cost] of [
      ['02079460123', 'tel:+442079460123', '020 7946 0123', 'standard'],
      ['01632960123', 'tel:+441632960123', '01632 960123', 'standard'],
      ['07700900123', 'tel:+447700900123', '07700 900123', 'mobile'],
      ['08081570123', 'tel:08081570123', '0808 157 0123', 'free'],
      ['0808 500 2222', 'tel:08085002222', '0808 500 2222', 'free'],
      ['08001111', 'tel:08001111', '0800 1111', 'free'],
      ['0300 123 1234', 'tel:+443001231234', '0300 123 1234', 'standard'],
      ['03001231234', 'tel:+443001231234', '0300 123 1234', 'standard'],
    ]) {
      const { spoken, ...rest } = telephone(value ?? '');
      expect(rest).to.deep.equal({ href, display, cost });
      expect(spoken).to.match(/^\d( \d)+$/);
    }
  });

  it('with three or six digits is linked as it is dialled', () => {
    for (const value of ['999', '112', '111', '101', '105', '18000']) {
      const spoken = value.split('').join(' ');
      const expected = { href: `tel:${value}`, display: value, spoken, cost: 'free' };
      expect(telephone(value)).to.deep.equal(expected);
    }
    for (const value of ['116 123', '116123']) {
      const expected = {
        href: 'tel:116123',
        display: '116 123',
        spoken: '1 1 6 1 2 3',
        cost: 'free',
      };
      expect(telephone(value)).to.deep.equal(expected);
    }
  });

  it('has a cost that its prefix sets, and none where it does not', () => {
    for (const [prefix, cost] of [
      ['0800', 'free'],
      ['0808', 'free'],
      ['0300', 'standard'],
      ['0330', 'standard'],
      ['0344', 'standard'],
      ['0370', 'standard'],
      ['0113', 'standard'],
      ['0207', 'standard'],
      ['0290', 'standard'],
      ['0844', 'service-charge'],
      ['0871', 'service-charge'],
      ['0900', 'premium'],
      ['0911', 'premium'],
      ['0981', 'premium'],
      ['0700', 'unknown'],
      ['0769', 'unknown'],
      ['0560', 'unknown'],
    ] as const) {
      const number = telephone(`${prefix}0000000`);
      expect(number.cost, prefix).to.equal(cost);
      expect(number.href, prefix).to.not.equal(undefined);
    }
    expect(telephone('07624000000').cost, 'a mobile on the Isle of Man').to.equal('mobile');
    expect(telephone('0800 000000').cost, 'an old freephone number').to.equal('free');
    expect(telephone('0500 000000').cost, 'an old freephone number').to.equal('free');
  });

  it('is grouped by the length of its area code', () => {
    for (const [value, display] of [
      ['01130000000', '0113 000 0000'],
      ['01210000000', '0121 000 0000'],
      ['01632960123', '01632 960123'],
      ['0163296012', '01632 96012'],
      ['02900000000', '029 0000 0000'],
    ] as const) {
      expect(telephone(value).display).to.equal(display);
    }
  });

  it('keeps the groups its owner is known by', () => {
    for (const value of ['08088 010818', '0808 801 0818', '0800 1111', '07700 900 123']) {
      expect(telephone(value).display).to.equal(value);
    }
    expect(telephone('08088 010818').href).to.equal('tel:08088010818');
    expect(telephone('(020) 7946-0123').display).to.equal('020 7946 0123');
    expect(telephone('020.7946.0123').display).to.equal('020 7946 0123');
  });

  it('is grouped anew where the groups make no sense', () => {
    for (const value of ['0207 946 0123', '0207 9460123', '02 07 94 60 12 3', '020 79460123 ']) {
      expect(telephone(value).href).to.equal('tel:+442079460123');
    }
    expect(telephone('0207 946 0123').display).to.equal('020 7946 0123');
    expect(telephone('02 07 94 60 12 3').display).to.equal('020 7946 0123');
    expect(telephone('1 1 1').display).to.equal('111');
  });

  it('may be written with the country code, in any of its ways', () => {
    for (const value of [
      '+442079460123',
      '+44 20 7946 0123',
      '+44 (0)20 7946 0123',
      '+44 (0) 20 7946 0123',
      '0044 20 7946 0123',
      '+44 020 7946 0123',
      '+442079 460123',
    ]) {
      expect(telephone(value), value).to.deep.equal({
        href: 'tel:+442079460123',
        display: '020 7946 0123',
        spoken: '0 2 0 7 9 4 6 0 1 2 3',
        cost: 'standard',
      });
    }
    expect(telephone('+44 808 157 0123').href).to.equal('tel:08081570123');
  });

  it('loses line breaks, no-break spaces and invisible characters, as in real feeds', () => {
    for (const value of [
      '020 7946 0123\n',
      '\r\n020 7946 0123\r\n',
      '020\u00a07946\u00a00123\u00a0',
      '\u202a020 7946 0123\u202c',
      '\u200b020\u200b7946 0123\ufeff',
      '020\u20117946\u20130123',
      '  020  7946  0123  ',
    ]) {
      const { href, display } = telephone(value);
      expect({ href, display }, JSON.stringify(value)).to.deep.equal({
        href: 'tel:+442079460123',
        display: '020 7946 0123',
      });
    }
  });

  it('is spoken digit by digit', () => {
    expect(telephone('0808 157 0123').spoken).to.equal('0 8 0 8 1 5 7 0 1 2 3');
    expect(telephone('18001 111').spoken).to.equal('1 8 0 0 1 1 1 1');
  });
});

describe('A Relay UK number', () => {
  it('keeps its prefix in front, and costs what the number behind it costs', () => {
    for (const [value, href, display, cost] of [
      ['18001 111', 'tel:18001111', '18001 111', 'free'],
      ['18001 020 7946 0123', 'tel:1800102079460123', '18001 020 7946 0123', 'standard'],
      ['1800102079460123', 'tel:1800102079460123', '18001 020 7946 0123', 'standard'],
      ['18001 +44 20 7946 0123', 'tel:1800102079460123', '18001 020 7946 0123', 'standard'],
      ['18001 08088 010818', 'tel:1800108088010818', '18001 08088 010818', 'free'],
      ['18002 01632 960123', 'tel:1800201632960123', '18002 01632 960123', 'standard'],
    ]) {
      const { spoken, ...rest } = telephone(value ?? '');
      expect(rest).to.deep.equal({ href, display, cost });
      expect(spoken).to.match(/^\d( \d)+$/);
    }
  });

  it('is not linked where nothing stands behind the prefix', () => {
    expect(telephone('18001')).to.deep.equal({
      display: '18001',
      spoken: '18001',
      cost: 'unknown',
    });
  });
});

describe('A value that is not one whole number', () => {
  it('is shown as it is, and never linked by a part of it', () => {
    for (const value of [
      '020 7946 0123 Carol, 7946 0456 Wendy',
      '020 7946 0123 or 020 7946 0456',
      '020 7946 0123 / 0456',
      '020 7946 0123 020 7946 0456',
      '020 7946 0123 ext 303',
      '0207 946 0123 Ext 303',
      'Call 020 7946 0123',
      'tel:020 7946 0123',
      '0808 HELPLINE',
      '7946 0123',
      '020 7946 012',
      '020 7946 01234',
      '07700 90012',
      '0600 000 0000',
      '0000 000 0000',
      '+44 111',
      '+44 600 000 0000',
      '18001 +353 20 915 0123',
      '+44',
      '++44 20 7946 0123',
      '1111',
      '88247',
      'see website',
    ]) {
      const expected = { display: value, spoken: value, cost: 'unknown' };
      expect(telephone(value), value).to.deep.equal(expected);
    }
  });

  it('is shown on one line', () => {
    expect(telephone(' Ask\u00a0for Carol,\r\n  Wendy ').display).to.equal('Ask for Carol, Wendy');
    expect(telephone('')).to.deep.equal({ display: '', spoken: '', cost: 'unknown' });
  });
});

describe('A number in another country', () => {
  it('is linked with its own code, shown as it is written, and has no known cost', () => {
    expect(telephone('+353 20 915 0123')).to.deep.equal({
      href: 'tel:+353209150123',
      display: '+353 20 915 0123',
      spoken: '+3 5 3 2 0 9 1 5 0 1 2 3',
      cost: 'unknown',
    });
    expect(telephone('00353 20 915 0123').href).to.equal('tel:+353209150123');
  });
});

describe('A number for text messages', () => {
  it('opens a message, and says nothing of what a text costs', () => {
    expect(textNumber('07700 900123')).to.deep.equal({
      href: 'sms:+447700900123',
      display: '07700 900123',
      spoken: '0 7 7 0 0 9 0 0 1 2 3',
      cost: 'unknown',
    });
    expect(textNumber('0808 157 0123').cost).to.equal('unknown');
  });

  it('may be a short code of five digits, which cannot be rung', () => {
    expect(textNumber('60123')).to.deep.equal({
      href: 'sms:60123',
      display: '60123',
      spoken: '6 0 1 2 3',
      cost: 'unknown',
    });
    expect(telephone('60123').href).to.equal(undefined);
  });

  it('is not linked where it is anything else', () => {
    for (const value of ['12345', '601238', 'Text HELP to 60123', '']) {
      expect(textNumber(value).href, value).to.equal(undefined);
    }
  });
});
