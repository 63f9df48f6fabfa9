import { createHmac } from 'node:crypto';
import { checkStatus, codeOf, DeliveryError } from './channel.ts';
import type { DeliveryChannel, Sent } from './channel.ts';
import type { StoredRequest } from '../store/store.ts';

/** Where signed messages go. */
export interface WebhookSettings {
  /** An `https` address of the organisation's own; `http` on this machine. */
  readonly url: string;
  /** What both sides know: `whsec_` and Base64, or any text of at least 24 characters. */
  readonly secret: string;
  /** Gives the instant of sending. The machine's clock where it is left out. */
  readonly clock?: (() => Date) | undefined;
}

function secretBytes(secret: string): Buffer {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret);
}

/** Signs a message as the Standard Webhooks specification does. */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const signed = `${id}.${String(timestamp)}.${body}`;
  return `v1,${createHmac('sha256', secretBytes(secret)).update(signed).digest('base64')}`;
}

/** A message that is signed for one address is not passed on to another. */
function refuseRedirect({ status }: Response): void {
  if (status < 300 || status >= 400) return;
  throw new DeliveryError(
    'The webhook’s address leads to another one. Set webhook.url to the one that takes the message',
    true,
  );
}

/** What is sent of a request: everything but what the store keeps for itself. */
function payload(request: StoredRequest): object {
  const { reference, receivedAt, replyBy, replyWithin } = request;
  const { contactBy, documents, formats, answers, page, language } = request;
  const promise = { reference, receivedAt, replyBy, replyWithin };
  return { ...promise, contactBy, documents, formats, answers, page, language };
}

/**
 * Posts news of requests to an address of the organisation's own, signed after the Standard
 * Webhooks specification. A message may come twice; its `webhook-id` is then the same, so the other
 * side can take each once.
 *
 * @throws Error where the address is not safe to send to, or the secret is too short.
 */
export function webhookChannel({ url, secret, clock }: WebhookSettings): DeliveryChannel {
  const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${url}/`);
  if (!URL.canParse(url) || !(url.startsWith('https://') || local)) {
    throw new Error('The webhook’s address must begin with https://.');
  }
  if (secretBytes(secret).length < 24) {
    throw new Error('The webhook’s secret must have at least 24 bytes.');
  }
  const post = async (id: string, body: object, signal: AbortSignal): Promise<Sent> => {
    const text = JSON.stringify(body);
    const timestamp = Math.floor((clock?.() ?? new Date()).getTime() / 1000);
    let answer: Response;
    try {
      answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signature(secret, id, timestamp, text),
        },
        body: text,
        redirect: 'manual',
        signal,
      });
      await answer.body?.cancel();
    } catch (error) {
      throw new DeliveryError(`The webhook cannot be reached: ${codeOf(error)}`);
    }
    refuseRedirect(answer);
    checkStatus(answer.status, 'The webhook');
    return 'delivered';
  };
  return {
    name: 'webhook',
    suits: () => true,
    send: ({ request, id, signal }) =>
      post(
        id,
        { type: 'request.received', timestamp: request.receivedAt, data: payload(request) },
        signal,
      ),
    check: async () => {
      // Nothing is posted: that there is an answer at all is what can be found out.
      const signal = AbortSignal.timeout(20_000);
      const answer = await fetch(url, { method: 'HEAD', redirect: 'manual', signal }).catch(
        (error: unknown) => {
          throw new DeliveryError(`The webhook cannot be reached: ${codeOf(error)}`);
        },
      );
      refuseRedirect(answer);
    },
    notify: async (notice) => {
      const timestamp = (clock?.() ?? new Date()).toISOString();
      const body = { type: 'notice', timestamp, data: notice };
      await post(`notice.${timestamp}`, body, AbortSignal.timeout(60_000));
    },
  };
}
