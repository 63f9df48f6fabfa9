import type { SendMailOptions, Transporter } from 'nodemailer';
import { codeOf, DeliveryError } from './channel.ts';
import type { DeliveryChannel, News, Sent } from './channel.ts';
import { acknowledgement, newsLetter } from './messages.ts';
import type { ReceiverOrganisation } from '../settings/options.ts';
import type { TextsByLanguage } from '../settings/wording.ts';

/** How long a mail server may take to confirm a message, in milliseconds (RFC 5321, 4.5.3.2.6). */
const PATIENCE = 600_000;

/** The same for the whole of an attempt, with what comes before. */
const DEADLINE = PATIENCE + 60_000;

/** How mail goes out. */
export interface SmtpSettings {
  /** The mail server: `smtps://user:password@mail.example:465`, or `smtp://…:587` with STARTTLS. */
  readonly url: string;
  /** The address that mail comes from. */
  readonly from: string;
  /** The address that news of requests goes to. */
  readonly to: string;
  /** The address that what cannot be delivered comes back to. `from` where it is left out. */
  readonly returnPath?: string | undefined;
  readonly organisation: ReceiverOrganisation;
  /** The organisation's own words for the acknowledgement, as the receiver takes them. */
  readonly texts?: TextsByLanguage | undefined;
  /** Whether a person who gave an email address gets an acknowledgement. True where it is left out. */
  readonly acknowledge?: boolean | undefined;
  /**
   * Mail is sent over TLS alone, but to a server on this machine. `not-required` lets the password and the
   * requests go in clear where the server offers no STARTTLS.
   */
  readonly tls?: 'required' | 'not-required' | undefined;
}

/** A mail server that asks for an account, or refuses a recipient, will do so again. */
function failure(error: unknown, signal: AbortSignal | undefined): DeliveryError {
  if (signal?.aborted === true) return new DeliveryError('The mail server took too long');
  const code = codeOf(error);
  if (code === 'ETLS') {
    return new DeliveryError('The mail server offers no TLS, so nothing was sent', true);
  }
  const status = (error as { responseCode?: unknown }).responseCode;
  if (typeof status === 'number') {
    return new DeliveryError(`The mail server answered ${String(status)}`, status >= 500);
  }
  return new DeliveryError(`No mail server: ${code}`, code === 'EAUTH' || code === 'EENVELOPE');
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}

async function openTransport(url: string, tls: SmtpSettings['tls']): Promise<Transporter> {
  const { default: nodemailer } = await import('nodemailer').catch(() => {
    throw new Error(
      'Sending mail needs the package nodemailer. Install it beside Handrail: npm install nodemailer',
    );
  });
  const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: PATIENCE };
  // A message is text alone: nothing in it may make the mailer open a file or an address.
  const address = new URL(url);
  for (const [name, value] of Object.entries(timeouts)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, String(value));
  }
  if (tls !== 'not-required' && !isLocal(address.hostname)) {
    address.searchParams.set('requireTLS', 'true');
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
export async function smtpChannels(settings: SmtpSettings): Promise<DeliveryChannel[]> {
  const { url, from, to, returnPath = from, organisation, texts, acknowledge = true } = settings;
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error('The mail server must be written like smtp://mail.example:587.');
  }
  const domain = from.replace(/^.*@/, '').replace(/[^\w.-]/g, '');
  const transport = await openTransport(url, settings.tls);
  const send = async (mail: SendMailOptions, signal?: AbortSignal): Promise<Sent> => {
    const late = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new Error('late'));
      });
    });
    try {
      await Promise.race([transport.sendMail({ from, ...mail }), late]);
      return 'delivered';
    } catch (error) {
      throw failure(error, signal);
    }
  };
  // As an object, an address is taken as it stands, whatever commas or brackets are in it.
  const address = (one: string): { name: string; address: string } => ({ name: '', address: one });
  /**
   * To whom a message goes, its id, where it comes back to, and that its headers alone come back (RFC 3461):
   * a report on its way need not hold what a person wrote.
   */
  const envelope = (id: string, recipient: string): SendMailOptions => ({
    to: address(recipient),
    messageId: `<${id}@${domain}>`,
    // Nodemailer takes an object here too, which its types do not say.
    envelope: { from: returnPath, to: address(recipient) as unknown as string },
    dsn: { id: `${id}@${domain}`, return: 'headers', notify: ['failure'] },
  });

  const news: DeliveryChannel = {
    name: 'email',
    deadline: DEADLINE,
    suits: () => true,
    send: ({ request, id, signal }: News) => {
      const { answers, contactBy } = request;
      const reply = contactBy === 'email' ? answers.email : undefined;
      const headers = { ...envelope(id, to), ...(reply && { replyTo: address(reply) }) };
      return send({ ...newsLetter(request), ...headers }, signal);
    },
    check: async () => {
      try {
        await transport.verify();
      } catch (error) {
        throw failure(error, undefined);
      }
    },
    notify: async (notice) => {
      await send({ to, ...notice }, AbortSignal.timeout(DEADLINE));
    },
  };
  const receipt: DeliveryChannel = {
    name: 'email-acknowledgement',
    deadline: DEADLINE,
    suits: ({ contactBy, text }) => contactBy === 'email' && text.email !== '',
    recipient: ({ text }) => text.email,
    send: ({ request, id, signal }: News) => {
      const { email } = request.answers;
      if (email === undefined) throw new DeliveryError('There is no address any more', true);
      const letter = acknowledgement(request, organisation, texts);
      const headers = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
      return send({ ...envelope(id, email), ...letter, headers }, signal);
    },
  };
  return acknowledge ? [news, receipt] : [news];
}
