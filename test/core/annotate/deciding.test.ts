import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  Corpus,
  EditRefusedError,
  type FileChange,
  type NewMention,
  annotateAll,
  checkCorpus,
  proposedEntity,
  rejectAll,
  suggestionsOf,
} from '../../../src/core';
import { World, lines, moonWorld } from '../world';

const withoutIds = (text: string) =>
  text.replace(/^( *- )id: "?[0-9a-hjkmnp-tv-z]{8}"?$/gm, '$1id: ID');

class Desk {
  readonly world: World;
  readonly corpus: Corpus;

  constructor(files: Readonly<Record<string, string>>) {
    this.world = new World(files);
    this.corpus = new Corpus(this.world);
  }

  apply(changes: readonly FileChange[]): void {
    for (const { path, before, after } of changes) {
      this.world.write(path, after);
      if (before === undefined) this.corpus.rescan();
      this.corpus.changed(path);
    }
  }

  /** What is suggested in a source: words, and entity or type. */
  async suggested(source: string): Promise<string[]> {
    const found = await suggestionsOf(this.corpus, source);
    assert(found);
    return found.all.map((one) => `${found.wordsOf(one)}: ${one.entity ?? one.type}`);
  }

  async wanted(source: string, words: string, n = 1): Promise<NewMention> {
    const text = (await this.corpus.text(source)) ?? '';
    let start = -1;
    for (let count = 0; count < n; count++) start = text.indexOf(words, start + 1);
    assert(start >= 0, words);
    const span = { start, end: start + words.length };
    return { source, span, words, entity: 'cnsa', kind: 'name' };
  }
}

const twoSources = () => ({
  ...moonWorld(),
  'seeds/c.txt': lines('The Luna-27 probe of Roscosmos, and CNSA.', '', 'Roscosmos was there.'),
  'seeds/d.txt': lines('Roscosmos said so.'),
});

describe('annotateAll', () => {
  it('is one change a file, in the order of the sources, and adds a new entity once', async () => {
    const desk = new Desk(twoSources());
    const entity = { id: 'roscosmos', type: 'organization', name: 'Roscosmos' };
    const wanted = [
      { ...(await desk.wanted('seeds/c.txt', 'Roscosmos', 2)), entity },
      { ...(await desk.wanted('seeds/d.txt', 'Roscosmos')), entity },
      await desk.wanted('seeds/c.txt', 'CNSA'),
      { ...(await desk.wanted('seeds/c.txt', 'Roscosmos')), entity },
      { ...(await desk.wanted('seeds/a.txt', 'Roscosmos')), entity },
    ];
    const changes = await annotateAll(desk.corpus, wanted);
    assert.deepEqual(changes.map(({ path }) => path).sort(), [
      'annotations/a.yaml',
      'annotations/c.yaml',
      'annotations/d.yaml',
      'annotations/entities/organization.yaml',
    ]);
    const own = changes.find(({ path }) => path === 'annotations/c.yaml')?.after ?? '';
    assert.deepEqual(
      [...withoutIds(own).matchAll(/entity: (\S+)/g)].map(([, id]) => id),
      ['roscosmos', 'cnsa', 'roscosmos'],
    );
    desk.apply(changes);
    const findings = (await checkCorpus(desk.corpus)).filter(
      ({ severity }) => severity === 'error',
    );
    assert.deepEqual(findings, []);
    const resolved = await desk.corpus.source('seeds/a.txt');
    assert.deepEqual(
      resolved?.mentions.map(({ record, status }) => [record.entity, status]),
      [
        ['chang-e-7', 'found'],
        ['cnsa', 'found'],
        ['roscosmos', 'found'],
        ['mou-2021', 'found'],
      ],
    );
  });

  it('does nothing at all where one of the words is no longer there', async () => {
    const desk = new Desk(twoSources());
    const wanted = await desk.wanted('seeds/c.txt', 'CNSA');
    const gone = { ...wanted, words: 'ESA' };
    await assert.rejects(annotateAll(desk.corpus, [wanted, gone]), EditRefusedError);
  });
});

describe('rejectAll', () => {
  it('stores a rejection with its context, and the place is not suggested again', async () => {
    const desk = new Desk(twoSources());
    assert.deepEqual(await desk.suggested('seeds/c.txt'), [
      'Luna-27: mission',
      'Roscosmos: organization',
      'CNSA: cnsa',
      'Roscosmos: organization',
    ]);
    const { entity, ...first } = await desk.wanted('seeds/c.txt', 'Roscosmos');
    const known = await desk.wanted('seeds/c.txt', 'CNSA');
    assert.equal(entity, 'cnsa');
    const changes = await rejectAll(desk.corpus, [{ ...known, entity: 'cnsa' }, first]);
    assert.deepEqual(
      changes.map(({ after }) => after.replace(/^sha256: .*\n/m, '')),
      [
        lines(
          'source: seeds/c.txt',
          'rejected:',
          '  - exact: Roscosmos',
          '    prefix: "The Luna-27 probe of "',
          '    suffix: ", and CNSA."',
          '  - entity: cnsa',
          '    exact: CNSA',
          '    prefix: "probe of Roscosmos, and "',
          '    suffix: "."',
        ),
      ],
    );
    desk.apply(changes);
    assert.deepEqual(
      await checkCorpus(desk.corpus).then((all) =>
        all.filter((one) => one.file === 'annotations/c.yaml'),
      ),
      [],
    );
    assert.deepEqual(await desk.suggested('seeds/c.txt'), [
      'Luna-27: mission',
      'Roscosmos: organization',
    ]);
  });

  it('rejects words wherever the source has them, as one record, behind those with a place', async () => {
    const desk = new Desk(twoSources());
    const { source, span, words } = await desk.wanted('seeds/c.txt', 'Roscosmos', 2);
    desk.apply(await rejectAll(desk.corpus, [{ source, span, words, scope: 'source' }]));
    assert.deepEqual(await desk.suggested('seeds/c.txt'), ['Luna-27: mission', 'CNSA: cnsa']);
    assert.deepEqual(await desk.suggested('seeds/d.txt'), ['Roscosmos: organization']);
    const probe = await desk.wanted('seeds/c.txt', 'Luna-27');
    desk.apply(await rejectAll(desk.corpus, [{ ...probe, entity: undefined }]));
    assert.equal(
      (await desk.corpus.text('annotations/c.yaml'))?.replace(/^sha256: .*\n/m, ''),
      lines(
        'source: seeds/c.txt',
        'rejected:',
        '  - exact: Luna-27',
        '    prefix: "The "',
        '    suffix: " probe of Roscosmos, and"',
        '  - scope: source',
        '    exact: Roscosmos',
      ),
    );
    assert.deepEqual(await desk.suggested('seeds/c.txt'), ['CNSA: cnsa']);
  });

  it('rejects an entity for words everywhere, and leaves the words to others', async () => {
    const desk = new Desk({ ...twoSources(), 'seeds/e.txt': lines('CNSA said what CNSA says.') });
    desk.world.write(
      'annotations/e.yaml',
      lines('source: seeds/e.txt', 'rejected:', '  - {entity: nobody, scope: source, exact: CNSA}'),
    );
    assert.deepEqual(await desk.suggested('seeds/e.txt'), ['CNSA: cnsa', 'CNSA: cnsa']);
  });

  it('follows the typing around what is rejected', async () => {
    const desk = new Desk(twoSources());
    const { source, span, words } = await desk.wanted('seeds/c.txt', 'Roscosmos', 2);
    desk.apply(await rejectAll(desk.corpus, [{ source, span, words }]));
    await desk.suggested(source);
    const text = (await desk.corpus.text(source)) ?? '';
    desk.world.write(source, `x${text}`);
    assert(desk.corpus.edited(source, [{ start: 0, end: 0, newText: 'x' }]));
    const found = await suggestionsOf(desk.corpus, source);
    assert.equal(found?.all.filter((one) => found.wordsOf(one) === 'Roscosmos').length, 1);
  });
});

describe('proposedEntity', () => {
  it('names what is new, and leaves to the user what only a user can know', async () => {
    const registry = await World.corpus(moonWorld()).registry();
    assert.deepEqual(proposedEntity(registry, 'Luna 27', { type: 'mission' }), {
      id: 'luna-27',
      type: 'mission',
      name: 'Luna 27',
    });
    assert.deepEqual(proposedEntity(registry, '8', { type: 'mission', name: 'Chang’e-8' }), {
      id: 'chang-e-8',
      type: 'mission',
      name: 'Chang’e-8',
    });
    assert.deepEqual(proposedEntity(registry, 'then', { type: 'date', value: '2021-03' }), {
      id: 'date-2021-03',
      type: 'date',
      name: 'March 2021',
      value: '2021-03',
    });
    assert.equal(proposedEntity(registry, 'on Tuesday', { type: 'date' }), undefined);
    assert.equal(proposedEntity(registry, 'X', { type: 'starship' }), undefined);
  });
});
