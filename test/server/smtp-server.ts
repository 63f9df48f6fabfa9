import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A mail as it went over the wire. */
export interface Mail {
  /** The command that names the sender, with its parameters. */
  readonly from: string;
  readonly to: readonly string[];
  /** The body, decoded. */
  readonly text: string;
  /** A header's value, unfolded; empty where there is none. */
  header(name: string): string;
}

/** A mail server of the tests' own. */
export interface SmtpServer {
  readonly url: string;
  readonly port: number;
  readonly mails: Mail[];
  /** What it says to a recipient or at the end of a mail, instead of 250. `drop` hangs up. */
  answer: (stage: 'RCPT' | 'END', line: string) => number | 'drop';
  stop(): Promise<void>;
}

function read(from: string, to: readonly string[], data: string): Mail {
  const head = data.slice(0, data.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const body = data.slice(data.indexOf('\r\n\r\n') + 4).replace(/^\.\./gm, '.');
  const text = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return {
    from,
    to,
    text,
    header(name) {
      const line = head
        .split('\r\n')
        .find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
      return line?.slice(name.length + 1).trim() ?? '';
    },
  };
}

/** Starts a server that speaks as much SMTP as a client needs. */
export async function startSmtp(port = 0): Promise<SmtpServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.setEncoding('utf8');
    let from = '';
    let to: string[] = [];
    let pending = '';
    let inData = false;
    const say = (code: number): void => void socket.write(`${String(code)} so be it\r\n`);
    const decide = (stage: 'RCPT' | 'END', line: string): boolean => {
      const answer = smtp.answer(stage, line);
      if (answer === 'drop') socket.destroy();
      else say(answer);
      return answer === 250;
    };
    const take = (line: string): void => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') {
        if (decide('RCPT', line)) to.push(/<(.*)>/.exec(line)?.[1] ?? '');
      } else if (verb === 'DATA') {
        inData = true;
        say(354);
      } else if (verb === 'EHLO') {
        socket.write('250-so be it\r\n250 DSN\r\n');
      } else if (verb === 'STAR') {
        // STARTTLS is nothing that it knows.
        say(502);
      } else if (verb === 'QUIT') {
        say(221);
        socket.end();
      } else {
        if (verb === 'MAIL') from = line;
        say(250);
      }
    };
    const step = (): boolean => {
      const end = inData ? pending.indexOf('\r\n.\r\n') : pending.indexOf('\r\n');
      if (end < 0) return false;
      const part = pending.slice(0, end);
      pending = pending.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        // Kept first: a server that hangs up after that has taken the mail, and never says so.
        smtp.mails.push(read(from, to, part));
        decide('END', part);
        to = [];
      } else take(part);
      return true;
    };
    socket.on('data', (chunk) => {
      pending += String(chunk);
      while (step());
    });
    say(220);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  const smtp: SmtpServer = {
    url: `smtp://127.0.0.1:${String(bound)}`,
    port: bound,
    mails: [],
    answer: () => 250,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return smtp;
}
