import { VERSION } from '../element/define.ts';

type Exports = Record<string, unknown>;
type Factory = (...given: unknown[]) => void;
/** For each file the SHA-256 that it must have, and the files that it needs. The build puts it in. */
type Table = Readonly<Record<string, readonly [hash: string, ...needs: string[]]>>;
/** What a file tells of itself when it runs: what it needs, what it does with that, and what it may fetch. */
type Definition = readonly [needs: readonly string[], factory: Factory, fetched?: Table];

/** What every file of the script calls: rollup writes each as an AMD module. */
interface Files {
  (...definition: Definition): void;
  readonly version: string;
}

declare const HANDRAIL_FILES: Table;

/** How long a file may take, in milliseconds. */
const PATIENCE = 10_000;

const FOLDER = 'data-handrail-files-url';
const MOVED = `A script that is renamed, bundled or inlined needs the folder of its other files in ${FOLDER} on a script tag`;
const POLICIES = 'This page’s policy has to allow "trusted-types handrail lit-html"';

const KEY = Symbol.for('handrail');
const page = globalThis as unknown as {
  [KEY]?: Files;
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): typeof rules;
  };
};

/** The script's own tag. A module has none to ask for, and a bundle has another's. */
const tag =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="handrail.min.js"]');

/** Every file that may be fetched by now. */
const table: Record<string, Table[string]> = { ...HANDRAIL_FILES };
const loaded = new Map<string, Promise<Exports>>();
let latest: Definition | undefined;

/** The folder that the files are in: the one that a tag names, or the script's own. */
function folder(): string {
  const named = document
    .querySelector(`script[${FOLDER}]`)
    ?.getAttribute(FOLDER)
    ?.replace(/\/?$/, '/');
  if (named) return new URL(named, document.baseURI).href;
  // What was read from a blob: or data: address stands in no folder.
  if (tag && /^[\w-]+:\/\//.test(tag.src)) return tag.src;
  throw new Error(`handrail.min.js cannot tell where it came from. ${MOVED}`);
}

let policy: { createScriptURL(url: string): string } | undefined;

/** An address that a page with Trusted Types lets a script have, unless it forbids the policy. */
function trusted(url: string): string {
  try {
    policy ??= page.trustedTypes?.createPolicy('handrail', { createScriptURL: (own) => own });
  } catch {
    // Such a page may still take a plain address.
  }
  return policy?.createScriptURL(url) ?? url;
}

/** A file's name, which has a part of its hash in it: an old one in a cache is never taken for a new one. */
function nameOf(file: string, hash: string): string {
  if (file.endsWith('.js')) return file;
  return `handrail-${file.slice(2)}-${hash.replace(/\W/g, '').slice(0, 8)}.min.js`;
}

/** Fetches one file. The browser runs it only if its hash is the right one. */
function run(file: string, hash: string): Promise<Definition> {
  const script = document.createElement('script');
  return new Promise<Definition>((resolve, reject) => {
    const url = new URL(nameOf(file, hash), folder()).href;
    const fail = (what: string): void => reject(new Error(`${url} did not load${what}`));
    script.onload = () => {
      // It is the file that ran just now: no other gets between a script and its event. The guard's is empty.
      resolve(latest ?? [[], () => undefined]);
      latest = undefined;
    };
    script.onerror = () =>
      fail(`: it is missing, a policy forbids it, or it is not version ${VERSION}’s. ${MOVED}`);
    setTimeout(() => fail(' within 10 seconds: see why its server is slow'), PATIENCE);
    // A page may be in another encoding.
    script.setAttribute('charset', 'utf-8');
    script.crossOrigin = tag?.crossOrigin ?? 'anonymous';
    script.integrity = `sha256-${hash}`;
    script.nonce = tag?.nonce ?? '';
    try {
      script.src = trusted(url);
    } catch {
      throw new Error(POLICIES);
    }
    document.head.append(script);
  }).finally(() => script.remove());
}

function load(file: string): Promise<Exports> {
  let module = loaded.get(file);
  if (!module) loaded.set(file, (module = start(file)));
  return module;
}

async function start(file: string): Promise<Exports> {
  const known = table[file];
  // A script without a hash would be run whatever is in it.
  if (!known) throw new Error(`${file} is no file of version ${VERSION}`);
  const [hash, ...others] = known;
  const [[needs, factory, fetched]] = await Promise.all([run(file, hash), ...others.map(load)]);
  Object.assign(table, fetched);
  const exports: Exports = {};
  const own: Readonly<Record<string, unknown>> = { exports, require: load };
  const given = await Promise.all(needs.map(async (need) => own[need] ?? (await load(need))));
  try {
    factory(...given);
  } catch (error) {
    // Lit asks for a policy of its own as it starts.
    throw new Error(`${file} does not start: ${String(error)}. ${POLICIES}`, { cause: error });
  }
  return exports;
}

/**
 * Starts what fetches the script's other files. docs/decisions/files-of-the-script.md says why they are
 * AMD modules in script elements.
 *
 * @returns whether the page has had no copy of the script so far. A second one does nothing.
 */
export function startFiles(): boolean {
  const earlier = page[KEY];
  if (earlier) {
    console.warn(
      earlier.version === VERSION
        ? 'Handrail: this page loads handrail.min.js twice. The first is in use: remove one of the two tags.'
        : `Handrail: this page loads handrail.min.js ${earlier.version} and ${VERSION}. The first is in use: remove one of the two tags.`,
    );
    return false;
  }
  const define = (needs: readonly string[], factory: Factory, fetched: Table = {}): void => {
    if (loaded.size > 0) {
      latest = [needs, factory, fetched];
      return;
    }
    // The script itself comes first, and needs no other file.
    const exports: Exports = {};
    loaded.set('./handrail.min', Promise.resolve(exports));
    factory(...needs.map((need) => (need === 'exports' ? exports : load)));
  };
  page[KEY] = Object.assign(define, { version: VERSION });
  return true;
}
