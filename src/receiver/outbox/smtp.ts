import type { SendMailOptions, Transporter } from 'nodemailer';
import { codeOf, DeliveryError } from './channel.ts';
import type { Channel, News } from './channel.ts';
import { acknowledgement, newsLetter } from './messages.ts';
import type { Organisation } from '../options.ts';
import type { TextsByLanguage } from '../wording.ts';

/** How mail goes out. */
export interface SmtpSettings {
  /** The mail server: `smtps://user:password@mail.example:465`, or `smtp://…:587` with STARTTLS. */
  readonly url: string;
  /** The address that mail comes from. */
  readonly from: string;
  /** The address that news of requests goes to. */
  readonly to: string;
  readonly organisation: Organisation;
  /** The organisation's own words for the acknowledgement, as the receiver takes them. */
  readonly texts?: TextsByLanguage | undefined;
  /** Whether a person who gave an email address gets an acknowledgement. True where it is left out. */
  readonly acknowledge?: boolean | undefined;
}

/** A mail server that asks for an account, or refuses a recipient, will do so again. */
function failure(error: unknown, signal: AbortSignal | undefined): DeliveryError {
  if (signal?.aborted === true) return new DeliveryError('The mail server took too long');
  const status = (error as { responseCode?: unknown }).responseCode;
  if (typeof status === 'number') {
    return new DeliveryError(`The mail server answered ${String(status)}`, status >= 500);
  }
  const code = codeOf(error);
  return new DeliveryError(`No mail server: ${code}`, code === 'EAUTH' || code === 'EENVELOPE');
}

async function openTransport(url: string): Promise<Transporter> {
  const { default: nodemailer } = await import('nodemailer').catch(() => {
    throw new Error(
      'Sending mail needs the package nodemailer. Install it beside Handrail: npm install nodemailer',
    );
  });
  const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 };
  // A message is text alone: nothing in it may make the mailer open a file or an address.
  const address = new URL(url);
  for (const [name, value] of Object.entries(timeouts)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(value));
  }
  return nodemailer.createTransport(address.href, {
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * Sends mail over SMTP, through the package `nodemailer`, which has to be installed beside Handrail:
 * news to the organisation, and an acknowledgement to the person.
 *
 * SMTP cannot promise that a message arrives once: where the connection breaks before the server
 * has said yes, it is sent again, with the same Message-ID, by which mail systems and people can
 * tell that it is the same.
 *
 * @throws Error where nodemailer is not installed, or the address of the server is none.
 */
export async function smtpChannels(settings: SmtpSettings): Promise<Channel[]> {
  const { url, from, to, organisation, texts, acknowledge = true } = settings;
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error('The mail server must be written like smtp://mail.example:587.');
  }
  const domain = from.replace(/^.*@/, '').replace(/[^\w.-]/g, '');
  const transport = await openTransport(url);
  const send = async (mail: SendMailOptions, signal?: AbortSignal): Promise<void> => {
    const late = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new Error('late'));
      });
    });
    try {
      await Promise.race([transport.sendMail({ from, ...mail }), late]);
    } catch (error) {
      throw failure(error, signal);
    }
  };
  const messageId = (id: string): string => `<${id}@${domain}>`;
  // As an object, an address is taken as it stands, whatever commas or brackets are in it.
  const address = (one: string): { name: string; address: string } => ({ name: '', address: one });

  const news: Channel = {
    name: 'email',
    suits: () => true,
    send: ({ request, id, signal }: News) => {
      const { answers, contactBy } = request;
      const reply = contactBy === 'email' ? answers.email : undefined;
      const headers = { messageId: messageId(id), ...(reply && { replyTo: address(reply) }) };
      return send({ to, ...newsLetter(request), ...headers }, signal);
    },
    notify: (notice) => send({ to, ...notice }),
  };
  const receipt: Channel = {
    name: 'email-acknowledgement',
    suits: ({ contactBy, text }) => contactBy === 'email' && text.email !== '',
    send: ({ request, id, signal }: News) => {
      const { email } = request.answers;
      if (email === undefined) throw new DeliveryError('There is no address any more', true);
      const letter = acknowledgement(request, organisation, texts);
      const headers = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
      return send({ to: address(email), ...letter, headers, messageId: messageId(id) }, signal);
    },
  };
  return acknowledge ? [news, receipt] : [news];
}
