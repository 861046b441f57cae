import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Corpus, CorpusCheck, type Diagnostic, checkCorpus } from '../../../src/core';
import { World, lines, moonWorld } from '../world';

const files = {
  ...moonWorld(),
  'annotations/tensions.yaml': lines(
    'one-or-the-memorandum:',
    '  entities: [mou-2021]',
    '  statement: One is a memorandum, the other the memorandum.',
    '  quotes:',
    '    - {source: seeds/a.txt, exact: a memorandum}',
    '    - {source: seeds/b.txt, exact: The memorandum}',
  ),
};

/** Single changes of one file each, any of which may be made at any time, and taken back. */
const changes: [path: string, from: string, to: string][] = [
  ['seeds/a.txt', 'Chang’e-7', 'Luna-27'],
  ['seeds/a.txt', 'a memorandum', 'an understanding'],
  ['seeds/b.txt', 'The memorandum', 'It'],
  ['annotations/a.yaml', 'entity: cnsa', 'entity: esa'],
  ['annotations/a.yaml', 'id: a1', 'id: b1'],
  ['annotations/a.yaml', '"2021-03-09"', '"2021-03-10"'],
  ['annotations/a.yaml', 'subject: mou-2021', 'subject: chang-e-7'],
  ['annotations/a.yaml', 'mentions:', 'mentions: ]'],
  ['annotations/b.yaml', 'source: seeds/b.txt', 'source: seeds/a.txt'],
  ['annotations/b.yaml', 'source: seeds/b.txt', 'source: seeds/c.txt'],
  ['annotations/entities/agreement.yaml', 'mou-2021:', 'mou-2020:'],
  ['annotations/entities/agreement.yaml', 'Memorandum of 2021', 'The Memorandum'],
  ['annotations/entities/mission.yaml', 'type: mission', 'type: ufo'],
  ['annotations/entities/mission.yaml', 'lunar south pole', 'Moon'],
  ['annotations/tensions.yaml', 'exact: a memorandum', 'exact: no memorandum'],
];

class Editing {
  readonly world = new World(files);
  readonly corpus = new Corpus(this.world);
  readonly check = new CorpusCheck(this.corpus);
  readonly shown = new Map<string, Diagnostic[]>();
  readonly #texts = new Map<string, string>(Object.entries(files));

  /** Makes the change, or takes it back. */
  toggle([path, from, to]: [path: string, from: string, to: string]): void {
    const text = this.#texts.get(path) ?? '';
    const next = text.includes(from) ? text.replace(from, to) : text.replace(to, from);
    this.#texts.set(path, next);
    this.world.write(path, next);
    this.corpus.changed(path);
    this.check.changed(path);
  }

  /** Takes in what the run publishes, as the Problems view does; the files it told of. */
  async run(): Promise<string[]> {
    const published = await this.check.run();
    for (const [file, found] of published) {
      if (found.length > 0) this.shown.set(file, found);
      else this.shown.delete(file);
    }
    return [...published.keys()];
  }

  /** What a check from nothing finds. */
  async afresh(): Promise<Map<string, Diagnostic[]>> {
    const found = await checkCorpus(new Corpus(this.world));
    const paths = [...new Set(found.map(({ file }) => file))].sort();
    return new Map(paths.map((path) => [path, found.filter(({ file }) => file === path)]));
  }
}

describe('CorpusCheck', () => {
  it('finds after each change what a check from nothing finds', async () => {
    const steps = fc.array(fc.array(fc.constantFrom(...changes), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const editing = new Editing();
        await editing.run();
        for (const step of all) {
          for (const change of step) editing.toggle(change);
          await editing.run();
          assert.deepEqual(new Map([...editing.shown].sort()), await editing.afresh());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells of the files alone whose findings are others', async () => {
    const editing = new Editing();
    assert.deepEqual(await editing.run(), ['annotations/a.yaml', 'annotations/b.yaml']);
    assert.deepEqual(await editing.run(), []);
    editing.toggle(['seeds/a.txt', 'China plans', 'It plans']);
    assert.deepEqual(await editing.run(), ['annotations/a.yaml']);
    editing.toggle(['annotations/entities/mission.yaml', 'Chinese mission', 'A mission']);
    assert.deepEqual(await editing.run(), []);
  });

  it('publishes nothing again that is as it was', async () => {
    const editing = new Editing();
    editing.toggle(['seeds/b.txt', 'The memorandum', 'It']);
    assert.deepEqual(await editing.run(), [
      'annotations/a.yaml',
      'annotations/b.yaml',
      'annotations/tensions.yaml',
    ]);
    editing.toggle(['seeds/b.txt', 'was signed', 'has been signed']);
    assert.deepEqual(await editing.run(), []);
  });

  it('says nothing of a foreign folder, whatever is edited, until it is a corpus', async () => {
    const path = 'annotations/deployment.yaml';
    const world = new World({ [path]: 'apiVersion: v1\n' });
    const corpus = new Corpus(world);
    const check = new CorpusCheck(corpus);
    const edited = async (text: string) => {
      world.write(path, text);
      corpus.changed(path);
      check.changed(path);
      return [...(await check.run()).values()].flat().map(({ code }) => code);
    };
    assert.deepEqual(await edited('apiVersion: v2\n'), []);
    assert.deepEqual(await edited('apiVersion: v3\n'), []);
    assert.deepEqual(await edited('source: seeds/x.txt\n'), ['source-missing']);
  });

  it('checks everything again after a run that failed', async () => {
    const editing = new Editing();
    editing.world.isAway = true;
    await assert.rejects(editing.run());
    editing.world.isAway = false;
    assert.deepEqual(await editing.run(), ['annotations/a.yaml', 'annotations/b.yaml']);
  });
});
