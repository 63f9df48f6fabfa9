/** What is wrong, as it follows "… cannot be used:", and what to do about it. */
type Advice = readonly [wrong: string, todo: string];

/** What Node says of files and folders. */
export const FILE_ERRORS: Readonly<Record<string, Advice>> = {
  ENOENT: ['it is not there', 'Check its name, and that its folder is there.'],
  EISDIR: ['it is a folder', 'Name a file.'],
  ENOTDIR: ['a part of its path is a file', 'Check the path.'],
  EEXIST: ['a file of that name is there already', 'Name another, or take it away.'],
  EACCES: ['this user has no right to it', 'Change its owner or its mode, or run this as another.'],
  EPERM: ['this user has no right to it', 'Change its owner or its mode, or run this as another.'],
  EROFS: ['its disk is read-only', 'Name a place that can be written, or mount it for writing.'],
  ENOSPC: ['its disk is full', 'Make room on it.'],
  EFBIG: ['it may not grow that large', 'Raise the limit on the size of files.'],
  EIO: ['its disk failed', 'Look at the system’s log, and at the disk.'],
  EMFILE: ['too many files are open', 'Raise the limit on open files.'],
  ENFILE: ['too many files are open on this machine', 'Raise the system’s limit on open files.'],
  ENAMETOOLONG: ['its name is too long', 'Choose a shorter one.'],
  ELOOP: ['links lead round in a circle', 'Check where the links in its path lead.'],
  EBUSY: ['something else uses it', 'Stop that, and try again.'],
};

/** What Node says of other machines, as it follows "… cannot be reached:". */
export const NETWORK_ERRORS: Readonly<Record<string, Advice>> = {
  ECONNREFUSED: ['nothing answers there', 'Start it, or correct the host and the port.'],
  ENOTFOUND: ['there is no such host', 'Correct its name.'],
  EAI_AGAIN: ['its name cannot be looked up now', 'Look at this machine’s network and DNS.'],
  EDNS: ['its name cannot be looked up', 'Correct the name, or look at this machine’s DNS.'],
  ETIMEDOUT: ['it takes too long to answer', 'Look at the network and the firewall.'],
  UND_ERR_CONNECT_TIMEOUT: ['it takes too long to answer', 'Look at the network and the firewall.'],
  ECONNRESET: ['it hung up', 'Look at its log, and whether the port and TLS are right.'],
  ECONNECTION: ['it hung up', 'Look at its log, and whether the port and TLS are right.'],
  ESOCKET: ['the connection broke', 'Check the host, the port, and that TLS is what it expects.'],
  UND_ERR_SOCKET: [
    'the connection broke',
    'Check the host, the port, and that TLS is what it expects.',
  ],
  EPIPE: ['it hung up', 'Look at its log.'],
  EHOSTUNREACH: ['no way leads to it', 'Look at the network and the firewall.'],
  ENETUNREACH: ['no way leads to it', 'Look at the network and the firewall.'],
  EAUTH: ['it takes neither the user nor the password', 'Correct them.'],
  EADDRINUSE: ['something else listens there', 'Stop it, or set another port.'],
  EADDRNOTAVAIL: ['this machine has no such address', 'Set another host.'],
  ERR_INVALID_URL: ['it is not written as an address', 'Write it like https://host.example/path.'],
  CERT_HAS_EXPIRED: ['its certificate has expired', 'Renew it.'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['its certificate is for another name', 'Use the name in it.'],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'nobody vouches for its certificate',
    'Name its authority in NODE_EXTRA_CA_CERTS.',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'nobody vouches for its certificate',
    'Name its authority in NODE_EXTRA_CA_CERTS.',
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'nobody vouches for its certificate',
    'Name its authority in NODE_EXTRA_CA_CERTS.',
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'nobody vouches for its certificate',
    'Name its authority in NODE_EXTRA_CA_CERTS.',
  ],
};

/** What SQLite says, by the lower byte of its result code. */
export const SQLITE_ERRORS: Readonly<Record<number, Advice>> = {
  3: FILE_ERRORS['EACCES'] as Advice,
  5: ['another process has locked it for too long', 'Stop that process, or wait until it is done.'],
  6: ['another process has locked it for too long', 'Stop that process, or wait until it is done.'],
  8: [
    'it cannot be written by this user, or its disk is read-only',
    'Change its owner, or mount the disk for writing.',
  ],
  10: ['its disk failed', 'Look at the system’s log, and at the disk. Then restore a backup.'],
  11: ['it is damaged', 'Restore a backup.'],
  13: ['its disk is full', 'Make room on it.'],
  14: ['it cannot be opened', 'Check its name, its owner, and that its folder can be written.'],
  26: ['it is no SQLite database', 'Name another file.'],
};

interface SystemError extends Error {
  readonly code?: unknown;
  readonly errcode?: unknown;
  readonly path?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
  readonly hostname?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a network error is about: a host's name, or an address and a port. */
function placeOf({ hostname, address, port }: SystemError): string {
  if (text(hostname) !== '') return text(hostname);
  const host = text(address);
  return host === '' || typeof port !== 'number' ? host : `${host}:${String(port)}`;
}

/** Advice for a word such as ECONNREFUSED at the end of a sentence that has none. */
export function withAdvice(sentence: string): string {
  const code = /\b[A-Z][A-Z_]{3,}$/.exec(sentence)?.[0] ?? '';
  const advice = NETWORK_ERRORS[code];
  return advice === undefined ? sentence : `${sentence}, ${advice[0]}. ${advice[1]}`;
}

/**
 * Says in a sentence what went wrong and what to do, where the system says it in its own way; any other
 * error is a sentence of ours already.
 *
 * @param about - what was used or called, where the error does not say so itself.
 */
export function sentenceOf(error: unknown, about = ''): string {
  if (!(error instanceof Error)) return String(error);
  // Node tries each address of a host, and puts what it met with at each into one error.
  if (error instanceof AggregateError && error.errors.length > 0) {
    return sentenceOf((error.errors as unknown[])[0], about);
  }
  const { code, errcode, path, message } = error as SystemError;
  const name = text(code);
  const thing = text(path) || about || 'A file';
  if (typeof errcode === 'number') {
    const known = SQLITE_ERRORS[errcode & 0xff];
    const database = about === '' ? 'The database' : `The database ${about}`;
    return known === undefined ? message : `${database} cannot be used: ${known[0]}. ${known[1]}`;
  }
  const file = FILE_ERRORS[name];
  if (file !== undefined) return `${thing} cannot be used: ${file[0]}. ${file[1]}`;
  const network = NETWORK_ERRORS[name];
  if (network === undefined)
    return error.cause instanceof Error ? sentenceOf(error.cause, about) : message;
  const place = placeOf(error) || about || 'It';
  return `${place} cannot be reached: ${network[0]}. ${network[1]}`;
}
