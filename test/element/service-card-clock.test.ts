import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { Clock } from '../../src/service-card/clock.ts';

/** A card, as far as a clock can see it: it counts how often it is drawn. */
class Card {
  draws = 0;
  readonly clock = new Clock(this as unknown as ReactiveControllerHost);
  addController(): void {
    // The test connects its clock by hand.
  }
  requestUpdate(): void {
    this.draws += 1;
  }
}

/** 10:00:20 on a Monday. */
const START = Date.UTC(2026, 10, 23, 10, 0, 20);

describe('The clock that all cards share', () => {
  const real = { setTimeout, clearTimeout, now: Date.now };
  let now = START;
  let hidden = false;
  let timers: { due: number; run: () => void }[] = [];
  let cards: Card[] = [];

  /** Lets time pass, timer by timer. */
  function pass(milliseconds: number): void {
    const end = now + milliseconds;
    for (;;) {
      const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      timers = timers.filter((timer) => timer !== next);
      now = next.due;
      next.run();
    }
    now = end;
  }

  function show(visible: boolean): void {
    hidden = !visible;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  function connect(count: number): Card[] {
    cards = Array.from({ length: count }, () => new Card());
    for (const card of cards) card.clock.hostConnected();
    return cards;
  }

  beforeEach(() => {
    now = START;
    timers = [];
    hidden = false;
    Date.now = () => now;
    const fake = { due: 0, run: () => undefined };
    window.setTimeout = ((run: () => void, wait: number) => {
      const timer = { ...fake, due: now + wait, run };
      timers.push(timer);
      return timer;
    }) as unknown as typeof window.setTimeout;
    window.clearTimeout = (timer: unknown) => {
      timers = timers.filter((each) => each !== timer);
    };
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  });

  afterEach(() => {
    for (const card of cards) card.clock.hostDisconnected();
    Reflect.deleteProperty(document, 'hidden');
    Object.assign(window, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    Date.now = real.now;
  });

  it('draws every card once a minute, as the minute begins, with one timer', () => {
    connect(3);
    expect(timers).to.have.lengthOf(1);
    pass(39_999);
    expect(cards.map(({ draws }) => draws)).to.deep.equal([0, 0, 0]);
    pass(1);
    expect(cards.map(({ draws }) => draws)).to.deep.equal([1, 1, 1]);
    pass(600_000);
    expect(cards.map(({ draws }) => draws)).to.deep.equal([11, 11, 11]);
    expect(timers).to.have.lengthOf(1);
  });

  it('has no timer in a hidden tab, and catches up at once when the tab is shown again', () => {
    const [card] = connect(1);
    show(false);
    expect(timers).to.have.lengthOf(0);
    pass(3_600_000);
    expect(card?.draws).to.equal(0);
    show(true);
    expect(card?.draws).to.equal(1);
    expect(timers).to.have.lengthOf(1);
  });

  it('draws at most once a minute, however often the tab is hidden and shown', () => {
    const [card] = connect(1);
    for (let time = 0; time < 5; time += 1) {
      show(false);
      show(true);
    }
    expect(card?.draws).to.equal(0);
    expect(timers).to.have.lengthOf(1);
  });

  it('does not start in a tab that is hidden from the first', () => {
    hidden = true;
    connect(1);
    expect(timers).to.have.lengthOf(0);
  });

  it('stops with the last card, and starts again with the next', () => {
    const [first, second] = connect(2) as [Card, Card];
    first.clock.hostDisconnected();
    expect(timers).to.have.lengthOf(1);
    second.clock.hostDisconnected();
    expect(timers).to.have.lengthOf(0);
    show(false);
    show(true);
    expect(timers).to.have.lengthOf(0);
    first.clock.hostConnected();
    pass(60_000);
    expect([first.draws, second.draws]).to.deep.equal([1, 0]);
  });
});
