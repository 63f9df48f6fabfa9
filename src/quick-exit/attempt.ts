/**
 * Runs one step of the way out on its own: cookies, storage, channels and prototypes may each throw or
 * be missing, and no step may take the next one along.
 *
 * @returns what the step returned, or `undefined` where it threw.
 */
export function attempt<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}

/** Takes functions away from an object: they do nothing from now on, also where they are inherited. */
export function disable(owner: object | undefined, ...names: string[]): void {
  for (const name of names) attempt(() => Object.assign(owner as object, { [name]: () => null }));
}
