/** Waits until a form that has been drawn has the file of what answers: it is asked for in an idle moment. */
export async function replyFile(): Promise<void> {
  const soon = (window as Partial<Window>).requestIdleCallback ?? window.setTimeout;
  await new Promise<void>((idle) => void soon(() => idle()));
  await import('../../src/format-request/reply.ts');
  // The form's own wait for the same file ends in the same turn.
  await new Promise<void>((over) => void setTimeout(over));
}
