import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { agreeingWorld, moonWorld } from '../core/world';

const cli = resolve('dist/cli.js');
let folder = '';

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

interface Listing {
  mentions: Record<string, unknown>[];
  claims: Record<string, unknown>[];
}

describe('glossator', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'glossator-cli-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  describe('in a repository of git', () => {
    function git(...args: string[]): void {
      const { status, stderr } = spawnSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args],
        { cwd: folder, encoding: 'utf8' },
      );
      assert.equal(status, 0, stderr);
    }

    const before = 'The rover follows it.\nNothing more was said.\nThe rover follows it.\n';
    const after = `The rover follows it.\n${before}`;
    const yaml = [
      'source: seeds/a.txt',
      `sha256: ${createHash('sha256').update(before).digest('hex')}`,
      'mentions:',
      '  - {id: a1, entity: cnsa, exact: it, prefix: "follows ", suffix: ., occurrence: 2}',
      '',
    ].join('\n');

    it('finds quotes by what has not changed since they were verified', () => {
      const { 'annotations/entities/organization.yaml': registry = '' } = moonWorld();
      const rest = { 'annotations/entities/organization.yaml': registry };
      write({ ...rest, 'seeds/a.txt': before, 'annotations/a.yaml': yaml });
      git('init', '-q');
      // Nothing that a repository names is run.
      git('config', 'log.showSignature', 'true');
      git('config', 'gpg.program', '/nowhere');
      git('config', 'core.fsmonitor', '/nowhere');
      git('add', '.');
      git('commit', '-qm', 'one');
      write({ 'seeds/a.txt': after });
      git('commit', '-qam', 'two');
      const status = () => (JSON.parse(run('list').stdout) as Listing).mentions[0]?.status;
      assert.equal(status(), 'found');
      rmSync(join(folder, '.git'), { recursive: true });
      assert.notEqual(status(), 'found');
    });
  });

  describe('check', () => {
    it('is silent about a sound corpus', () => {
      write(agreeingWorld());
      assert.deepEqual(run('check'), { status: 0, stdout: 'No findings.\n', stderr: '' });
    });

    it('names file, line, column, code and says what is wrong', () => {
      const files = agreeingWorld();
      files['annotations/a.yaml'] = files['annotations/a.yaml']!.replace(
        'entity: cnsa',
        'entity: esa',
      );
      write(files);
      assert.deepEqual(run('check', '.'), {
        status: 1,
        stdout:
          'annotations/a.yaml:10:13: error: The registry has no entity “esa”. [unknown-entity]\n1 error\n',
        stderr: '',
      });
    });

    it('gives the same as JSON', () => {
      const files = agreeingWorld();
      files['annotations/a.yaml'] = files['annotations/a.yaml']!.replace(
        'entity: cnsa',
        'entity: esa',
      );
      write(files);
      const { status, stdout } = run('check', '--format', 'json');
      assert.equal(status, 1);
      assert.deepEqual(JSON.parse(stdout), {
        findings: [
          {
            file: 'annotations/a.yaml',
            line: 10,
            column: 13,
            endLine: 10,
            endColumn: 16,
            severity: 'error',
            code: 'unknown-entity',
            message: 'The registry has no entity “esa”.',
          },
        ],
      });
    });

    it('lets no text steer the terminal', () => {
      const files = agreeingWorld();
      files['annotations/a.yaml'] = files['annotations/a.yaml']!.replace(
        'entity: cnsa',
        'entity: "\\e[31mred\\r"',
      );
      write(files);
      const { stdout } = run('check');
      assert(!stdout.includes('\u001b') && !stdout.includes('\r'), JSON.stringify(stdout));
    });

    it('reports a source that is no UTF-8', () => {
      write({ ...agreeingWorld(), 'seeds/b.txt': new Uint8Array([0xff, 0xfe, 0x41, 0x00]) });
      const { status, stdout } = run('check');
      assert.equal(status, 1);
      assert.match(
        stdout,
        /^annotations\/b\.yaml:1:9: error: .*no UTF-8 text\. \[source-unreadable\]$/m,
      );
    });
  });

  describe('suggest', () => {
    it('proposes what is not annotated, in a folder without annotations too', () => {
      write({
        'seeds/a.txt': '𝔸 note: on 9 March 2021 the Polar Research Institute met ESA in Oslo.\n',
      });
      const { status, stdout } = run('suggest', '.', '--format', 'json');
      assert.equal(status, 0);
      const source = 'seeds/a.txt';
      const rest = { entity: null, kind: 'name' };
      const { suggestions } = JSON.parse(stdout) as { suggestions: { confidence: number }[] };
      for (const { confidence } of suggestions) assert.ok(confidence > 0 && confidence < 1);
      assert.deepEqual(
        suggestions.map((one) => ({ ...one, confidence: 0 })),
        [
          { exact: '9 March 2021', start: 11, end: 23, type: 'date', value: '2021-03-09' },
          { exact: 'Polar Research Institute', start: 28, end: 52, type: 'organization' },
          { exact: 'ESA', start: 57, end: 60, type: 'organization' },
          { exact: 'Oslo', start: 64, end: 68, type: 'place' },
        ].map((one) => ({ source, ...rest, ...one, confidence: 0 })),
      );
    });

    it('leaves out what is annotated or rejected, and knows the entities of the registry', () => {
      const files = agreeingWorld();
      const more = 'A Chang’e 7 lander, not CNSA.';
      files['seeds/b.txt'] = `${files['seeds/b.txt'] ?? ''}${more}\n`;
      files['annotations/b.yaml'] =
        `${files['annotations/b.yaml'] ?? ''}rejected:\n  - entity: cnsa\n    exact: CNSA\n    prefix: "lander, not "\n    suffix: .\n`;
      write(files);
      const { stdout } = run('suggest');
      assert.equal(
        stdout,
        [
          'seeds/a.txt:0-5: China [new place; 0.90]',
          'seeds/a.txt:59-68: Roscosmos [new organization; 0.75]',
          'seeds/a.txt:92-105: March 9, 2021 [new date, 2021-03-09; 0.90]',
          'seeds/b.txt:0-5: China [new place; 0.90]',
          'seeds/b.txt:75-83: March 10 [new date; 0.90]',
          'seeds/b.txt:87-96: Chang’e 7 [chang-e-7; 0.95]',
          '6 suggestions',
          '',
        ].join('\n'),
      );
    });
  });

  describe('list', () => {
    it('gives every mention and claim with its place in code points', () => {
      const files = moonWorld();
      files['seeds/b.txt'] = `\ufeff😀\r\n${files['seeds/b.txt']!.replaceAll('\n', '\r\n')}`;
      write(files);
      const { status, stdout } = run('list', '.', '--format', 'json');
      assert.equal(status, 0);
      const { mentions, claims } = JSON.parse(stdout) as Listing;
      assert.equal(mentions.length, 5);
      assert.deepEqual(mentions[3], {
        id: 'b1',
        source: 'seeds/b.txt',
        exact: "Chang'e 7",
        start: 12,
        end: 21,
        status: 'found',
        entity: 'chang-e-7',
        type: 'mission',
        kind: 'name',
      });
      assert.deepEqual(claims[1], {
        id: 'b3',
        source: 'seeds/b.txt',
        exact: 'signed on March 10',
        start: 70,
        end: 88,
        status: 'found',
        subject: 'mou-2021',
        property: 'signed-on',
        value: '2021-03-10',
      });
    });

    it('gives no place to what is lost', () => {
      const files = moonWorld();
      write({ ...files, 'seeds/b.txt': 'Nothing of it is left here.\n' });
      const { mentions } = JSON.parse(run('list').stdout) as Listing;
      assert.deepEqual(
        mentions.slice(3).map(({ start, end, status }) => [start, end, status]),
        [
          [null, null, 'lost'],
          [null, null, 'lost'],
        ],
      );
    });

    it('keeps the pieces of discontinuous words', () => {
      write({
        'seeds/a.txt': 'Chang’e-6, 7 and 8.\n',
        'annotations/a.yaml':
          'source: seeds/a.txt\nmentions:\n  - id: x\n    entity: e\n    segments:\n' +
          '      - {exact: Chang’e-, suffix: "6, 7 and 8."}\n' +
          '      - {exact: "7", prefix: "Chang’e-6, ", suffix: " and 8."}\n',
      });
      const { mentions } = JSON.parse(run('list').stdout) as Listing;
      assert.deepEqual(mentions[0]?.segments, [
        [0, 8],
        [11, 12],
      ]);
      assert.equal(mentions[0].end, 12);
    });
  });

  describe('stats', () => {
    it('counts by source and type, for people and for programs', () => {
      write(moonWorld());
      const { status, stdout } = run('stats');
      assert.equal(status, 0);
      assert.deepEqual(stdout.split('\n').slice(0, 8), [
        'source       mentions  claims  entities  words covered',
        'seeds/a.txt         3       1         3           30 %',
        'seeds/b.txt         2       1         2           31 %',
        '',
        'type          entities  defined  mentions  claims',
        'mission              1        1         2       0',
        'agreement            1        0         2       2',
        'organization         1        0         1       0',
      ]);
      assert.match(stdout, /^contradictions: 1, tensions: 0$/m);
      const { mentions, contradictions } = JSON.parse(run('stats', '--format', 'json').stdout) as {
        mentions: number;
        contradictions: number;
      };
      assert.deepEqual([mentions, contradictions], [5, 1]);
    });
  });

  describe('that cannot run', () => {
    const cases: [what: string, args: string[], message: RegExp][] = [
      ['without a command', [], /^glossator: Which command\?/],
      ['with an unknown command', ['frobnicate'], /There is no command “frobnicate”/],
      ['with an unknown option', ['check', '--loud'], /--loud/],
      ['with an unknown format', ['check', '--format', 'xml'], /There is no format “xml”/],
      ['in a folder that is not there', ['check', 'nowhere'], /There is no folder nowhere/],
      ['in a folder without a corpus', ['check'], /is no corpus/],
    ];
    for (const [what, args, message] of cases) {
      it(`says so in a sentence, with status 2: ${what}`, () => {
        const { status, stdout, stderr } = run(...args);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, message);
        assert(!stderr.includes('    at '), stderr);
      });
    }
  });

  it('never reads through a link that leads out of the folder', function () {
    if (process.platform === 'win32') this.skip();
    const outside = mkdtempSync(join(tmpdir(), 'glossator-outside-'));
    try {
      writeFileSync(join(outside, 'secret.txt'), moonWorld()['seeds/b.txt']!);
      const files = moonWorld();
      delete files['seeds/b.txt'];
      write(files);
      symlinkSync(join(outside, 'secret.txt'), join(folder, 'seeds/b.txt'));
      assert.match(run('check').stdout, /There is no source “seeds\/b\.txt”/);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('explains itself', () => {
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: glossator COMMAND/);
  });
});
