import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readConfig } from '../../src/cli/config.ts';
import { handrail, receiving } from './cli-process.ts';
import { scratch } from './receiver-helpers.ts';

interface Service {
  readonly image: string;
  readonly user: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly secrets: readonly { readonly source: string }[];
  readonly ports?: readonly string[];
}

/** The compose file as docker-compose reads it; it checks the file against the specification's schema. */
function compose(folder: string): Readonly<Record<string, Service>> {
  const read = spawnSync('docker-compose', ['-f', join(folder, 'compose.yaml'), 'config'], {
    encoding: 'utf8',
  });
  assert.deepEqual([read.status, read.stderr], [0, '']);
  const script = 'import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)["services"]))';
  const { stdout } = spawnSync('/usr/bin/python3', ['-c', script], {
    input: read.stdout,
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Record<string, Service>;
}

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'containers-'));
  cpSync('docs/receiver', folder, { recursive: true });
});
after(() => {
  rmSync(folder, { recursive: true });
});

describe('The compose file', () => {
  test('is one that docker-compose takes, and no service in it is root, or can change its files', () => {
    const services = compose(folder);
    assert.deepEqual(Object.keys(services).sort(), ['postgres', 'receiver']);
    for (const [name, service] of Object.entries(services)) {
      assert.match(service.user, /^[a-z]+$/, name);
      assert.notEqual(service.user, 'root', name);
      assert.equal(service.read_only, true, name);
      assert.deepEqual(service.cap_drop, ['ALL'], name);
      assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
      // A short name: which registry it comes from is the operator's to say.
      assert.match(service.image, /^[a-z-]+(:[\w-]+)?$/, name);
      assert.ok(service.healthcheck.test.length > 1, name);
    }
    assert.deepEqual(services['receiver']?.ports, ['127.0.0.1:4600:4600/tcp']);
  });

  test('hands over secrets as files alone, under names that the receiver knows', () => {
    const { environment = {}, secrets = [] } = compose(folder)['receiver'] ?? {};
    const files = Object.values(environment).filter((value) => value.startsWith('/run/secrets/'));
    assert.deepEqual(files.sort(), secrets.map(({ source }) => `/run/secrets/${source}`).sort());
    const here = { HANDRAIL_CONFIG: join(folder, 'handrail.json') };
    writeFileSync(here.HANDRAIL_CONFIG, '{}');
    for (const [name, text] of [
      ['HANDRAIL_DATABASE_FILE', 'postgresql://handrail:hunter2@postgres:5432/handrail'],
      ['HANDRAIL_SMTP_URL_FILE', 'smtp://user:hunter2@mail.council.example:587'],
    ] as const) {
      assert.ok(name in environment, name);
      writeFileSync(join(folder, name), `${text}\n`);
      Object.assign(here, { [name]: join(folder, name) });
    }
    const proxies = environment['HANDRAIL_PROXIES'];
    const config = readConfig(undefined, { ...here, HANDRAIL_PROXIES: proxies });
    assert.match(config.database ?? '', /^postgresql:\/\/handrail:hunter2@postgres/);
    assert.match(config.smtp?.url ?? '', /hunter2/);
    assert.equal(config.proxies, 1);
  });
});

describe('The Containerfile', () => {
  const text = readFileSync('docs/receiver/Containerfile', 'utf8');
  const instructions = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, '')
    .trim()
    .split(/\n+/);

  test('has instructions that there are, and commands that are lists in JSON', () => {
    for (const line of instructions) {
      assert.match(
        line,
        /^(FROM|WORKDIR|COPY|RUN|USER|ENV|EXPOSE|HEALTHCHECK|ENTRYPOINT|CMD) \S/,
        line,
      );
      const [, list] = /^(?:HEALTHCHECK (?:--\S+ +)*CMD|ENTRYPOINT|CMD) (.*)$/.exec(line) ?? [];
      if (list !== undefined) assert.ok(Array.isArray(JSON.parse(list)), line);
    }
  });

  test('takes its images by short names, and no package of ours from a registry', () => {
    for (const line of instructions.filter((one) => one.startsWith('FROM '))) {
      assert.match(line, /^FROM node:24-bookworm-slim( AS install)?$/);
    }
    assert.match(text, /npm install [^\n]* \.\/handrail-\*\.tgz/);
    assert.doesNotMatch(text, /npx|https?:|install(?: --\S+)* handrail\b/);
  });

  test('runs what is installed in it, as a user that is not root, and asks whether it is ready', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      bin: { handrail: string };
    };
    const script = join('/opt/handrail/node_modules/handrail', bin.handrail);
    const [, last = ''] = text.split(/^FROM .*$/m).slice(-2);
    assert.match(last, /^USER node$/m);
    assert.ok(last.includes(`ENTRYPOINT ["node", "${script}"]`));
    assert.ok(last.includes(`CMD ["node", "${script}", "receive", "ready"]`));
    const { test: command = [] } = compose(folder)['receiver']?.healthcheck ?? {};
    assert.deepEqual(command, ['CMD', 'node', script, 'receive', 'ready']);
  });
});

describe('handrail receive ready', () => {
  test('ends with 0 while requests can be kept, and with a sentence where none can', async () => {
    const disk = scratch();
    const receiver = await receiving(['--database', disk.file], { cwd: disk.folder });
    const { port } = new URL(receiver.url);
    const env = { HANDRAIL_PORT: port, HANDRAIL_HOST: '0.0.0.0' };
    const ask = (more = {}) =>
      handrail(['receive', 'ready'], { cwd: disk.folder, env: { ...env, ...more } });
    assert.equal((await ask()).status, 0);
    const elsewhere = await ask({ HANDRAIL_PATH: '/elsewhere' });
    assert.equal(elsewhere.status, 1);
    assert.match(elsewhere.err, /cannot keep requests: 404\. Its log says why/);
    await receiver.stop();
    const gone = await ask();
    assert.equal(gone.status, 1);
    assert.match(gone.err, /not ready: 127\.0\.0\.1:\d+ cannot be reached: nothing answers there/);
    disk.remove();
  });
});
