import { createHmac, randomUUID } from 'node:crypto';
import { checkStatus, codeOf, DeliveryError } from './channel.ts';
import type { DeliveryChannel, News, Notice, Sent } from './channel.ts';
import { dueForStaff, dueInWords, requestLines } from './messages.ts';
import type { StoredRequest } from '../store/store.ts';

/** How GOV.UK Notify is used. Its templates decide the words; `docs/receiver.md` has both. */
export interface NotifySettings {
  /** An API key as Notify shows it: a name, the service's id and a secret, joined by hyphens. */
  readonly apiKey: string;
  /** The template for news to the organisation: `((reference))`, `((due))`, `((request))`. */
  readonly newsTemplate: string;
  /** The address that news of requests goes to. */
  readonly to: string;
  /** The template for the acknowledgement: `((reference))`, `((due))`. None is sent without it. */
  readonly acknowledgementTemplate?: string | undefined;
  /** Another address of the service, for tests. */
  readonly baseUrl?: string | undefined;
}

/** How often Notify is given a message that it could not deliver for reasons that pass. */
const TRIES = 3;

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Signs a token as Notify wants it: HS256, with the service's id as issuer. */
function token(apiKey: string, now: number): string {
  const [, issuer = '', secret = ''] = new RegExp(`(${ID})-(${ID})$`).exec(apiKey) ?? [];
  const claims = { iss: issuer, iat: Math.floor(now / 1000) };
  const signed = `${base64({ typ: 'JWT', alg: 'HS256' })}.${base64(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/**
 * Makes typed text plain for Notify, which reads Markdown: nothing typed begins a line, and no link
 * or placeholder can be written. Notify is asked to do its part as well.
 */
export function plainForNotify(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' / ')
    .replace(/\]\(/g, '] (')
    .replace(/\(\(/g, '( (')
    .replace(/\)\)/g, ') )')
    .replace(/[*_`]{2,}/g, (run) => run.split('').join(' '));
}

/**
 * Sends mail through GOV.UK Notify. Notify sends whatever it is given, twice where it is asked
 * twice; so it is asked before every attempt what became of an earlier one, until that is final. What it
 * could not deliver for reasons that pass is given to it again.
 *
 * @throws Error where the API key is not one of Notify's.
 */
export function notifyChannels(settings: NotifySettings): DeliveryChannel[] {
  const { apiKey, newsTemplate, acknowledgementTemplate, to } = settings;
  const base = settings.baseUrl ?? 'https://api.notifications.service.gov.uk';
  if (!new RegExp(`${ID}-${ID}$`).test(apiKey)) {
    throw new Error('The GOV.UK Notify API key must end in the service’s id and a secret.');
  }
  const call = async (path: string, signal: AbortSignal, body?: object): Promise<Response> => {
    try {
      return await fetch(base + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          Authorization: `Bearer ${token(apiKey, Date.now())}`,
          'Content-Type': 'application/json',
        },
        redirect: 'error',
        signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new DeliveryError(`GOV.UK Notify cannot be reached: ${codeOf(error)}`);
    }
  };
  /** What Notify knows of the messages under a reference, the newest first. */
  const statuses = async (id: string, signal: AbortSignal): Promise<readonly string[]> => {
    const answer = await call(`/v2/notifications?reference=${encodeURIComponent(id)}`, signal);
    checkStatus(answer.status, 'GOV.UK Notify');
    const { notifications } = (await answer.json()) as { notifications?: unknown };
    const list = Array.isArray(notifications) ? (notifications as { status?: unknown }[]) : [];
    return list.map(({ status }) => String(status));
  };
  const post = async (
    { id, signal }: Pick<News, 'id' | 'signal'>,
    template: string,
    email: string,
    personalisation: Readonly<Record<string, string>>,
  ): Promise<void> => {
    const answer = await call('/v2/notifications/email', signal, {
      template_id: template,
      email_address: email,
      reference: id,
      personalisation,
      ...('request' in personalisation && { sanitise_content_for: ['request'] }),
    });
    await answer.body?.cancel();
    checkStatus(answer.status, 'GOV.UK Notify');
  };
  const send = async (
    { id, signal }: News,
    template: string,
    email: string,
    personalisation: Readonly<Record<string, string>>,
  ): Promise<Sent> => {
    const known = await statuses(id, signal);
    const [status] = known;
    if (status === 'delivered') return 'delivered';
    if (status === 'permanent-failure') {
      throw new DeliveryError('GOV.UK Notify says that there is no such address', true);
    }
    const failed = status === 'technical-failure' || status === 'temporary-failure';
    if (failed && known.length >= TRIES) {
      throw new DeliveryError(`GOV.UK Notify could not deliver it: ${status}`, true);
    }
    if (status !== undefined && !failed) return 'accepted';
    await post({ id, signal }, template, email, personalisation);
    return 'accepted';
  };
  const details = (request: StoredRequest): string =>
    requestLines(request)
      .map(([name, answer]) => `${name}: ${plainForNotify(answer)}`)
      .join('\n');

  const news: DeliveryChannel = {
    name: 'notify',
    suits: () => true,
    send: (one) => {
      const { request } = one;
      const { reference } = request;
      const due = dueForStaff(request);
      return send(one, newsTemplate, to, { reference, due, request: details(request) });
    },
    check: async () => {
      for (const template of [newsTemplate, acknowledgementTemplate]) {
        if (template === undefined) continue;
        const path = `/v2/template/${encodeURIComponent(template)}`;
        const answer = await call(path, AbortSignal.timeout(20_000));
        await answer.body?.cancel();
        checkStatus(answer.status, `GOV.UK Notify, asked for the template ${template},`);
      }
    },
    // The template for news has a place for all that a notice says.
    notify: async ({ subject, text }: Notice) => {
      const signal = AbortSignal.timeout(60_000);
      const id = `notice.${randomUUID()}`;
      const request = text
        .split('\n')
        .map((line) => plainForNotify(line))
        .join('\n');
      const parts = { reference: 'Handrail', due: plainForNotify(subject), request };
      await post({ id, signal }, newsTemplate, to, parts);
    },
  };
  if (acknowledgementTemplate === undefined) return [news];
  const receipt: DeliveryChannel = {
    name: 'notify-acknowledgement',
    suits: ({ contactBy, text }) => contactBy === 'email' && text.email !== '',
    recipient: ({ text }) => text.email,
    send: (one) => {
      const { reference, answers } = one.request;
      if (answers.email === undefined) {
        throw new DeliveryError('There is no address any more', true);
      }
      const due = dueInWords(one.request);
      return send(one, acknowledgementTemplate, answers.email, { reference, due });
    },
  };
  return [news, receipt];
}
