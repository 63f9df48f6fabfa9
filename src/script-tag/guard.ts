import { warn } from '../element/warn.ts';

/**
 * Has the guard on the page: its own tag has brought it, or else it is fetched.
 *
 * @param then - what is not to be there before it. Where it cannot be had, that comes all the same.
 */
export function afterGuard(then: () => void): void {
  if (self.handrailGuard) {
    then();
    return;
  }
  import('../quick-exit/guard.define.ts')
    .catch((reason: unknown) => {
      const { message } = reason as Error;
      warn(`${message}. A quick exit without it is a plain link.`);
    })
    .finally(then);
}
