import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createLog, LOG_FIELDS } from '../../src/cli/log.ts';
import { handrail, post, receiving } from './cli-process.ts';
import { GOOD, NOW, scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';

type Line = Readonly<Record<keyof typeof LOG_FIELDS, unknown>>;

/** Reads a log of which every line is one object, with no field but those that the manual has. */
function read(lines: readonly string[]): Line[] {
  return lines.map((line) => {
    const fields = JSON.parse(line) as Line;
    for (const name of Object.keys(fields)) assert.ok(name in LOG_FIELDS, `${name} in ${line}`);
    assert.match(String(fields.time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.match(String(fields.level), /^(info|warning|error)$/);
    return fields;
  });
}

let disk: Scratch;
beforeEach(() => {
  disk = scratch();
});
afterEach(() => {
  disk.remove();
});

describe('A log in JSON', () => {
  test('has an object for each answer, and nothing of the person', async () => {
    const where = { cwd: disk.folder, env: { HANDRAIL_LOG: 'json', HANDRAIL_NOPE: 'x' } };
    const receiver = await receiving(['--database', disk.file], where);
    const kept = await post(receiver.url, GOOD);
    const { reference } = (await kept.json()) as { reference: string };
    const mistaken = { ...GOOD, email: 'pat at example\n{"level":"error"}' };
    assert.equal((await post(receiver.url, mistaken)).status, 422);
    assert.equal((await fetch(`${receiver.url}/nothing%0a{"a":1}`)).status, 404);
    await receiver.stop();
    const lines = read(receiver.log);
    const answers = lines
      .filter(({ message }) => message === 'Answered')
      .map((line) => [line.level, line.status, line.code, line.reference]);
    assert.deepEqual(answers, [
      ['info', 201, 'new', reference],
      ['info', 422, 'answers', undefined],
      ['info', 404, 'not-found', undefined],
    ]);
    const sentences = lines.filter(({ level }) => level === 'warning').map((one) => one.message);
    assert.ok(sentences.includes('The variable HANDRAIL_NOPE means nothing. Check its name.'));
    assert.doesNotMatch(receiver.log.join('\n'), /pat|plan|audio|nothing%0a/i);
  });

  test('has what stops the start, and warnings of options and of Node itself, as objects too', async () => {
    const config = join(disk.folder, 'handrail.json');
    const warning = join(disk.folder, 'warning.cjs');
    writeFileSync(warning, 'setImmediate(() => process.emitWarning("two\\nlines"));');
    const settings = { log: 'json', database: disk.file, texts: { en: { 'Not a sentence': 'x' } } };
    writeFileSync(config, JSON.stringify(settings));
    const env = { NODE_OPTIONS: `--require ${warning}` };
    const receiver = await receiving([], { cwd: disk.folder, env });
    const port = new URL(receiver.url).port;
    const second = await handrail(['receive', '--port', port], { cwd: disk.folder });
    assert.equal(second.status, 2);
    const [last] = read(second.err.trimEnd().split('\n').slice(-1));
    assert.equal(last?.level, 'error');
    assert.match(String(last.message), /^Something else listens on port/);
    await receiver.stop();
    const said = read(receiver.log).map(({ message }) => String(message));
    assert.ok(said.some((sentence) => sentence.includes('Not a sentence')));
    assert.ok(said.some((sentence) => /two.*lines/.test(sentence)));
  });

  test('no sentence makes two lines, or one that a terminal obeys', () => {
    const breaks = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\u001b[2J', '\u009b', '\0'];
    for (const form of ['text', 'json'] as const) {
      const lines: string[] = [];
      const log = createLog(
        form,
        () => NOW,
        (line) => lines.push(line),
      );
      for (const one of breaks) log.say('error', `before${one}{"level":"info"}`);
      for (const line of lines) {
        assert.match(line, /^[\P{Cc}]+\n$/u);
        assert.doesNotMatch(line, /[\u2028\u2029]/);
      }
    }
  });
});
