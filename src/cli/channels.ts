import { notifyChannels, smtpChannels, webhookChannel } from '../receiver/index.ts';
import type { DeliveryChannel, ReceiverOrganisation } from '../receiver/index.ts';
import { UsageError } from './command.ts';
import type { Config } from './config-settings.ts';

/** A setting that has to be there once its group is. */
function needed(group: string, name: string, value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new UsageError(`"${group}.${name}" is missing: set it, or leave "${group}" out.`);
  }
  return value;
}

/**
 * Makes the channels that the settings ask for, in the order in which they are told of.
 *
 * @throws UsageError where a setting is missing.
 */
export async function channelsFrom(
  { smtp, notify, webhook, texts }: Config,
  organisation: ReceiverOrganisation,
): Promise<DeliveryChannel[]> {
  const channels: DeliveryChannel[] = [];
  if (smtp !== undefined) {
    const [url, from, to] = (['url', 'from', 'to'] as const).map((name) =>
      needed('smtp', name, smtp[name] ?? (name === 'url' ? undefined : organisation.email)),
    ) as [string, string, string];
    const { acknowledge, returnPath } = smtp;
    const tls = smtp.tls === 'not-required' ? smtp.tls : 'required';
    channels.push(
      ...(await smtpChannels({
        ...{ url, from, to, returnPath, organisation, texts, acknowledge, tls },
      })),
    );
  }
  if (notify !== undefined) {
    channels.push(
      ...notifyChannels({
        ...notify,
        apiKey: needed('notify', 'apiKey', notify.apiKey),
        newsTemplate: needed('notify', 'newsTemplate', notify.newsTemplate),
        to: needed('notify', 'to', notify.to ?? organisation.email),
      }),
    );
  }
  if (webhook !== undefined) {
    const url = needed('webhook', 'url', webhook.url);
    channels.push(webhookChannel({ url, secret: needed('webhook', 'secret', webhook.secret) }));
  }
  return channels;
}
