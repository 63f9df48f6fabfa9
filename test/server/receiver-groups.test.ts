import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inGroups } from '../../src/receiver/store/groups.ts';

describe('Requests that come at nearly the same moment', () => {
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('are one group, and those that come while it is under way are the next', async () => {
    const groups: (readonly number[])[] = [];
    const ends: (() => void)[] = [];
    const accept = inGroups({
      work: async (group: readonly number[]) => {
        groups.push(group);
        await new Promise<void>((resolve) => ends.push(resolve));
        return group.map((one) => -one);
      },
      isOwnFault: () => true,
      atOnce: 1,
    });
    const first = [accept(1), accept(2)];
    await turn();
    const next = [accept(3)];
    await turn();
    next.push(accept(4));
    await turn();
    assert.deepEqual(groups, [[1, 2]]);
    ends[0]?.();
    assert.deepEqual(await Promise.all(first), [-1, -2]);
    await turn();
    assert.deepEqual(groups, [
      [1, 2],
      [3, 4],
    ]);
    ends[1]?.();
    assert.deepEqual(await Promise.all(next), [-3, -4]);
  });

  test('are each tried alone where one of them may be at fault, and not where nobody answers', async () => {
    let isAway = false;
    let tries = 0;
    const accept = inGroups({
      work: (group: readonly number[]) => {
        tries += 1;
        return group.includes(2)
          ? Promise.reject(new Error(isAway ? 'away' : 'refused'))
          : Promise.resolve(group);
      },
      isOwnFault: (error) => (error as Error).message === 'refused',
      atOnce: Infinity,
    });
    const send = async (): Promise<string[]> =>
      (await Promise.allSettled([1, 2, 3].map((one) => accept(one)))).map(({ status }) => status);
    assert.deepEqual(await send(), ['fulfilled', 'rejected', 'fulfilled']);
    assert.equal(tries, 4);
    isAway = true;
    assert.deepEqual(await send(), ['rejected', 'rejected', 'rejected']);
    assert.equal(tries, 5);
  });
});
