/** The oldest Node that has everything the commands use: `node:sqlite` with its backup. */
const OLDEST = [22, 16] as const;

/**
 * Says what to do where Node is too old for the commands.
 *
 * @param version - Node's version, such as `22.16.0`.
 * @returns a sentence, or nothing where the version will do.
 */
export function nodeComplaint(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [first, second] = OLDEST;
  if (major > first || (major === first && minor >= second)) return '';
  return `Handrail's commands need Node ${OLDEST.join('.')} or later, and this is ${version}. Install a newer Node, then run the same command again.`;
}
