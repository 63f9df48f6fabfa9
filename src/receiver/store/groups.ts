/** How many items a group has at most: one that is larger makes the first of them wait for the last. */
const MOST = 100;

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/** How items become groups. */
export interface Grouping<T, R> {
  /** Does the work for a whole group: for all of it or, where it throws, for nothing of it. */
  readonly work: (group: readonly T[]) => Promise<readonly R[]>;
  /** Whether an error may be one item's own fault. Then each item of the group is tried by itself. */
  readonly isOwnFault: (error: unknown) => boolean;
  /** How many groups may be under way. While there are as many, the next one gathers. */
  readonly atOnce: number;
}

/**
 * Gathers what arrives in the same turn of the event loop, and what arrives while enough groups are under
 * way, so that one transaction with one write to the disk keeps all of it. Nobody's item fails because
 * of a neighbour's.
 */
export function inGroups<T, R>({
  work,
  isOwnFault,
  atOnce,
}: Grouping<T, R>): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let underWay = 0;
  let planned = false;

  const settle = async (group: readonly Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await work(group.map(({ item }) => item));
      for (const [at, { resolve }] of group.entries()) resolve(results[at] as R);
    } catch (error) {
      if (group.length > 1 && isOwnFault(error)) {
        await Promise.all(group.map((one) => settle([one])));
      } else for (const { reject } of group) reject(error);
    }
  };

  const go = (): void => {
    planned = false;
    while (waiting.length > 0 && underWay < atOnce) {
      const group = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      underWay += 1;
      void settle(group).finally(() => {
        underWay -= 1;
        plan();
      });
    }
  };

  const plan = (): void => {
    if (planned || waiting.length === 0 || underWay >= atOnce) return;
    planned = true;
    setImmediate(go);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      plan();
    });
}
