/**
 * Reads where an exit leads to.
 *
 * @throws TypeError where it is not an absolute `https` address.
 */
export function exitAddress(destination: string): string {
  const address = URL.parse(destination);
  if (address?.protocol !== 'https:') {
    throw new TypeError(
      `An exit must lead to an absolute https:// address, and "${destination}" is none.`,
    );
  }
  return address.href;
}
