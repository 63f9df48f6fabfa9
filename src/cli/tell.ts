import type { DeliveryChannel, Notice } from '../receiver/index.ts';
import type { Log } from './log.ts';

/** What a notice is called of news that was not sent, or that came back. */
export const NOT_ARRIVED = 'News of a request did not arrive';

/**
 * Tells the organisation, over every channel that can, at the same time; the log is told in any case.
 *
 * @throws Error where there are channels, and none took it.
 */
export async function tellAll(
  channels: readonly DeliveryChannel[],
  notice: Notice,
  log: Log,
): Promise<void> {
  log.say('warning', `${notice.subject}. ${notice.text}`);
  const attempts = channels.flatMap(({ name, notify }) =>
    notify === undefined
      ? []
      : notify(notice).then(
          () => true,
          (error: unknown) => {
            log.say(
              'error',
              `This notice was not sent over "${name}": ${(error as Error).message}`,
            );
            return false;
          },
        ),
  );
  const sent = await Promise.all(attempts);
  if (sent.length > 0 && !sent.includes(true)) {
    throw new Error('The notice reached nobody. It is sent again within the hour.');
  }
}
