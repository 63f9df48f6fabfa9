/** The version of this copy of Handrail. A test keeps it the same as package.json's. */
export const VERSION = '0.1.0';

interface Versioned extends CustomElementConstructor {
  readonly version?: string;
}

/** The page's registry. A server has none, whatever the types say. */
function pageRegistry(): CustomElementRegistry | undefined {
  return (globalThis as Partial<typeof globalThis>).customElements;
}

/**
 * Registers an element, once. A page may carry two copies of the script: the first one wins, and
 * where their versions differ the console says so.
 *
 * @param tag - the tag's name, such as `handrail-quick-exit`.
 * @param element - the class to register.
 * @param registry - where to register it; the page's own registry where it is left out. On a server
 *   there is none, and nothing happens.
 */
export function define(
  tag: string,
  element: Versioned,
  registry: CustomElementRegistry | undefined = pageRegistry(),
): void {
  const earlier = registry?.get(tag) as Versioned | undefined;
  if (earlier === undefined) {
    registry?.define(tag, element);
  } else if (earlier.version !== element.version) {
    console.warn(
      `Handrail: <${tag}> ${String(element.version)} was loaded after ${String(earlier.version)}, ` +
        'which stays in use. Remove one of the two scripts.',
    );
  }
}
