import { expect } from '@open-wc/testing';
import {
  carried,
  CONTACTS,
  fill,
  find,
  objections,
  page,
  realFetch,
  says,
  send,
  show,
  tick,
  type,
  until,
} from './format-request-page.ts';

describe('Over a bad line, to a real receiver', () => {
  const stored = async (run: string) =>
    (await (await realFetch(`/requests/run?run=${run}`)).json()) as {
      attempts: number;
      references: string[];
    };
  const to = (fault: string, times = 1): [string, string] => {
    const run = Math.random().toString(36).slice(2);
    return [run, `/requests?run=${run}&fault=${fault}&times=${String(times)}`];
  };

  it('a request whose receipt breaks off is stored once, and its receipt comes when it is sent again', async () => {
    const [run, action] = to('truncate', 1);
    const element = await show(`action="${action}"`);
    await fill(element);
    send(element);
    await says(element, 'could not confirm');
    expect((await stored(run)).attempts).to.equal(1);
    send(element);
    await says(element, 'Request received');
    const { attempts, references } = await stored(run);
    expect(attempts).to.equal(2);
    expect(references).to.deep.equal([find(element, '.handrail-reference').innerText]);
  });

  for (const fault of ['none', 'drop']) {
    it(`a request is stored once and its receipt arrives: ${fault}`, async () => {
      const [run, action] = to(fault, fault === 'none' ? 0 : 2);
      const element = await show(`action="${action}"`);
      await fill(element);
      send(element);
      await says(element, 'Request received');
      const { attempts, references } = await stored(run);
      expect(attempts).to.equal(fault === 'none' ? 1 : 3);
      expect(references).to.deep.equal([find(element, '.handrail-reference').innerText]);
    });
  }

  it('two clicks and an Enter send once, and the waiting is said', async () => {
    const [run, action] = to('hold');
    const element = await show(`action="${action}"`);
    await fill(element);
    send(element);
    send(element);
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await says(element, 'Sending your request');
    expect(find(element, 'button[type=submit]').getAttribute('aria-disabled')).to.equal('true');
    expect(await objections(element)).to.deep.equal([]);
    await until(async () => (await stored(run)).references.length === 1);
    await says(element, 'Request received');
    expect((await stored(run)).attempts).to.equal(1);
  });

  it('a line that stays bad loses nothing, and says that it is trying', async () => {
    const [run, action] = to('drop', 99);
    const element = await show(`action="${action}" ${CONTACTS}`);
    const heard = new Set<string>();
    const status = find(element, '.handrail-status');
    new MutationObserver(() => heard.add(status.innerText)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await fill(element);
    send(element);
    await says(element, 'could not confirm');
    expect([...heard].join(' ')).to.contain('trying again');
    expect((await stored(run)).references).to.have.lengthOf(1);
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
  });

  it('answers that changed after a request arrived unheard are a request of their own', async () => {
    const [run, action] = to('drop', 4);
    const element = await show(`action="${action}"`);
    await fill(element);
    send(element);
    await says(element, 'could not confirm');
    type(element, 'notes', 'One more thing');
    send(element);
    await says(element, 'Request received');
    const { attempts, references } = await stored(run);
    expect(attempts).to.equal(6);
    expect(references).to.have.lengthOf(2);
    expect(references[1]).to.equal(find(element, '.handrail-reference').innerText);
  });

  it('what the receiver does not take is said beside its field, and mended', async () => {
    const [run, action] = to('none', 0);
    const element = await show(`action="${action}" formats="language word"`);
    await fill(element);
    await tick(element, 'format', 'language');
    send(element);
    await says(element, 'There is a problem');
    const message = find(element, '[id$="-format-error"]').innerText;
    expect(message).to.contain('Choose formats that are on the list');
    expect((await stored(run)).references).to.deep.equal([]);
    await tick(element, 'format', 'language');
    send(element);
    await says(element, 'Request received');
    expect((await stored(run)).references).to.have.lengthOf(1);
  });

  it('a request that is turned away in a flood is not said to be perhaps there', async () => {
    const [run, action] = to('none', 0);
    const events: string[] = [];
    const element = await show(`action="${action}&flood=1" ${CONTACTS}`);
    await fill(element);
    send(element);
    await says(element, 'Request received');
    find<HTMLButtonElement>(element, '.handrail-quiet').click();
    await says(element, 'Send request');
    page.addEventListener('handrail-request-failed', (event) => events.push(carried(event)));
    await fill(element);
    send(element);
    await says(element, 'yours has not been received');
    expect(element.innerText).not.to.contain('could not confirm');
    expect(find(element, '[name=email]').value).to.equal('sam@example.org');
    expect(find(element, 'button[type=submit]').innerText).to.equal('Try again');
    expect(find(element, '.handrail-other-ways a[href^=mailto]').isConnected).to.equal(true);
    expect(events).to.deep.equal(['{}']);
    expect(await objections(element)).to.deep.equal([]);
    const { attempts, references } = await stored(run);
    expect([attempts, references.length]).to.deep.equal([2, 1]);
  });
});
