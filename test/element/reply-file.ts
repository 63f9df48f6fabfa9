/** Waits until a form that has been drawn has the file of what answers: it is asked for in an idle moment. */
export async function replyFile(): Promise<void> {
  await new Promise<void>((idle) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => idle());
    else setTimeout(idle);
  });
  await import('../../src/format-request/reply.ts');
  // The form's own wait for the same file ends in the same turn.
  await new Promise<void>((over) => void setTimeout(over));
}
