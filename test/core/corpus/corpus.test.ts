import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, type Host, definitionsOf, mentionsOf, tensionsOf } from '../../../src/core';
import { World, lines, moonWorld } from '../world';

describe('Corpus', () => {
  it('reads nothing before it is asked', async () => {
    const world = new World(moonWorld());
    const corpus = new Corpus(world);
    assert.deepEqual(world.reads, []);
    await corpus.source('seeds/a.txt');
    assert.deepEqual(world.reads, ['annotations/a.yaml', 'seeds/a.txt']);
    await corpus.source('seeds/a.txt');
    assert.equal(world.reads.length, 2);
  });

  it('resolves each mention and finds it by offset, innermost first', async () => {
    const resolved = await World.corpus(moonWorld()).source('seeds/a.txt');
    assert.deepEqual(
      resolved?.mentions.map(({ record, status, span }) => [record.id, status, span]),
      [
        ['a1', 'found', { start: 26, end: 35 }],
        ['a2', 'found', { start: 50, end: 54 }],
        ['a3', 'found', { start: 76, end: 88 }],
      ],
    );
    assert.deepEqual(
      resolved.mentionsAt(35).map(({ record }) => record.id),
      ['a1'],
    );
    assert.deepEqual(resolved.mentionsAt(36), []);
  });

  it('leads to the definition and to every mention across sources', async () => {
    const corpus = World.corpus(moonWorld());
    const places = (passages: Awaited<ReturnType<typeof mentionsOf>>) =>
      passages.map(({ source, span, paragraph }) => [source, span.start, paragraph.end]);
    assert.deepEqual(places(await definitionsOf(corpus, 'chang-e-7')), [['seeds/a.txt', 26, 48]]);
    assert.deepEqual(places(await mentionsOf(corpus, 'chang-e-7')), [
      ['seeds/a.txt', 26, 48],
      ['seeds/b.txt', 8, 45],
    ]);
    assert.deepEqual(await mentionsOf(corpus, 'nobody'), []);
  });

  it('never reads a path that leads out of the corpus', async () => {
    const world = new World({ 'annotations/x.yaml': 'source: ../secret.txt\nmentions: []\n' });
    const corpus = new Corpus(world);
    for (const path of ['../secret.txt', '/etc/passwd', 'a/../../b', 'file:///x', 'a\\b', '']) {
      assert.equal(await corpus.source(path), undefined, path);
    }
    assert.deepEqual(world.reads, []);
  });

  it('sees a change of YAML or text at once', async () => {
    const world = new World(moonWorld());
    const corpus = new Corpus(world);
    await corpus.source('seeds/b.txt');
    await corpus.index();
    const yaml = moonWorld()['annotations/b.yaml'] ?? '';
    world.write('annotations/b.yaml', yaml.replace('entity: chang-e-7', 'entity: cnsa'));
    corpus.changed('annotations/b.yaml');
    const passages = await mentionsOf(corpus, 'cnsa');
    assert.deepEqual(
      passages.map(({ source }) => source),
      ['seeds/a.txt', 'seeds/b.txt'],
    );
    world.write('seeds/b.txt', `First.\n${moonWorld()['seeds/b.txt'] ?? ''}`);
    corpus.changed('seeds/b.txt');
    assert.equal((await corpus.source('seeds/b.txt'))?.placed[0]?.span.start, 15);
    world.write(
      'annotations/entities/mission.yaml',
      'luna-26:\n  type: mission\n  name: Luna-26\n',
    );
    corpus.changed('annotations/entities/mission.yaml');
    assert.equal((await corpus.registry()).nameOf('luna-26'), 'Luna-26');
  });

  it('leaves the places of a file alone that was read after an older, slower read began', async () => {
    const path = 'annotations/a.yaml';
    const yaml = moonWorld()[path] ?? '';
    const noted = (note: string) => yaml.replace('entity: chang-e-7', `$&\n    note: ${note}`);
    const world = new World({ ...moonWorld(), [path]: noted('x') });
    let isHeld = false;
    let goOn: (() => void) | undefined;
    let hold: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (hold = resolve));
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const host: Host = {
      listSources: () => world.listSources(),
      listAnnotations: () => world.listAnnotations(),
      read: async (asked) => {
        const text = await world.read(asked);
        if (isHeld) {
          isHeld = false;
          hold?.();
          await gate;
        }
        return text;
      },
    };
    const corpus = new Corpus(host);
    await corpus.file(path);
    world.write(path, noted('xy'));
    corpus.changed(path);
    isHeld = true;
    const older = corpus.file(path);
    await held;
    world.write(path, noted('xy and a longer note'));
    corpus.changed(path);
    const newer = await corpus.file(path);
    goOn?.();
    await older;
    assert.equal(await corpus.file(path), newer);
    const place = newer?.annotations?.mentions[1]?.place.values.get('entity');
    assert(place);
    assert.equal(newer?.text.slice(place), 'cnsa');
  });

  it('finds annotations under another name by the source that they state', async () => {
    const files = moonWorld();
    const corpus = World.corpus({
      'seeds/c.txt': files['seeds/a.txt'] ?? '',
      'annotations/odd/name.yaml': (files['annotations/a.yaml'] ?? '').replace(
        'seeds/a',
        'seeds/c',
      ),
    });
    assert.equal(await corpus.annotationFileOf('seeds/c.txt'), 'annotations/odd/name.yaml');
    assert.equal((await corpus.source('seeds/c.txt'))?.placed.length, 3);
  });

  it('makes a file for each source, whatever their names', async () => {
    const corpus = World.corpus({
      'annotations/a.yaml': 'source: seeds/a.txt\n',
      'annotations/seeds-a.md.yaml': 'source: seeds/a.md\n',
      'annotations/b.yaml': '',
    });
    assert.equal(await corpus.annotationFileOf('seeds/a.txt'), 'annotations/a.yaml');
    assert.equal(await corpus.annotationFileOf('seeds/a.rst'), 'annotations/seeds-a.yaml');
    assert.equal(await corpus.annotationFileOf('seeds/b.txt'), 'annotations/seeds-b.yaml');
    assert.equal(await corpus.annotationFileOf('seeds/c.txt'), 'annotations/c.yaml');
    assert.equal(
      await corpus.annotationFileOf('seeds/schema.txt'),
      'annotations/seeds-schema.yaml',
    );
  });

  it('takes a mention that ends at an offset only where none holds it', async () => {
    const corpus = World.corpus({
      'seeds/a.txt': 'CNSAMoon\n',
      'annotations/a.yaml':
        'source: seeds/a.txt\nmentions:\n  - {id: x1, entity: e, exact: CNSA}\n  - {id: x2, entity: e, exact: Moon}\n',
    });
    const at = async (offset: number) =>
      (await corpus.source('seeds/a.txt'))?.mentionsAt(offset).map(({ record }) => record.id);
    assert.deepEqual(await at(3), ['x1']);
    assert.deepEqual(await at(4), ['x2']);
    assert.deepEqual(await at(8), ['x2']);
  });

  it('tries again what failed', async () => {
    const world = new World(moonWorld());
    const corpus = new Corpus(world);
    world.isAway = true;
    await assert.rejects(corpus.source('seeds/a.txt'));
    world.isAway = false;
    assert.equal((await corpus.source('seeds/a.txt'))?.placed.length, 3);
  });

  describe('while the text is edited', () => {
    const text = moonWorld()['seeds/a.txt'] ?? '';

    async function starts(edits: { start: number; end: number; newText: string }[], after: string) {
      const world = new World(moonWorld());
      const corpus = new Corpus(world);
      await corpus.source('seeds/a.txt');
      world.write('seeds/a.txt', after);
      const reads = world.reads.length;
      corpus.edited('seeds/a.txt', edits);
      const resolved = await corpus.source('seeds/a.txt');
      const mentions = resolved?.mentions.map(({ span }) => span?.start);
      return { mentions, readAgain: world.reads.length > reads };
    }

    it('moves anchors with the text, without reading or resolving again', async () => {
      const edits = [{ start: 20, end: 21, newText: 'X'.repeat(10) }];
      const after = text.slice(0, 20) + 'X'.repeat(10) + text.slice(21);
      assert.deepEqual(await starts(edits, after), { mentions: [35, 59, 85], readAgain: false });
    });

    it('keeps a mention that is typed against from either side', async () => {
      const edits = [
        { start: 26, end: 26, newText: '“' },
        { start: 35, end: 35, newText: '”' },
      ];
      const after = `${text.slice(0, 26)}“Chang’e-7”${text.slice(35)}`;
      assert.deepEqual(await starts(edits, after), { mentions: [27, 52, 78], readAgain: false });
    });

    it('moves the others along while one has no place', async () => {
      const world = new World(moonWorld());
      const corpus = new Corpus(world);
      const cut = text.slice(0, 26) + text.slice(35);
      world.write('seeds/a.txt', cut);
      await corpus.source('seeds/a.txt');
      corpus.edited('seeds/a.txt', [{ start: 0, end: 0, newText: '1' }]);
      const reads = world.reads.length;
      const resolved = await corpus.source('seeds/a.txt');
      assert.deepEqual(
        resolved?.mentions.map(({ span }) => span?.start),
        [undefined, 42, 68],
      );
      assert.equal(world.reads.length, reads);
    });

    it('follows an edit within the words, and says that they are others now', async () => {
      const world = new World(moonWorld());
      const corpus = new Corpus(world);
      await corpus.source('seeds/a.txt');
      const reads = world.reads.length;
      const edit = (start: number, end: number, newText: string) =>
        corpus.edited('seeds/a.txt', [{ start, end, newText }]);
      const stand = async () => {
        const resolved = await corpus.source('seeds/a.txt');
        const words = resolved?.placed.map(({ span }) => resolved.source.slice(span));
        return [words?.[0], ...(resolved?.doubtful ?? []).map(({ record }) => record.id)];
      };
      edit(34, 35, '');
      assert.deepEqual(await stand(), ['Chang’e-', 'a1']);
      edit(34, 34, '8');
      assert.deepEqual(await stand(), ['Chang’e-8', 'a1']);
      edit(34, 35, '7');
      assert.deepEqual(await stand(), ['Chang’e-7']);
      assert.equal(world.reads.length, reads);
    });

    it('looks again for a record without a place when more than a letter is put in', async () => {
      const world = new World(moonWorld());
      const corpus = new Corpus(world);
      world.write('seeds/a.txt', text.slice(0, 26) + text.slice(35));
      await corpus.source('seeds/a.txt');
      world.write('seeds/a.txt', text);
      const followed = corpus.edited('seeds/a.txt', [{ start: 26, end: 26, newText: 'Chang’e-7' }]);
      assert.equal(followed, false);
      const resolved = await corpus.source('seeds/a.txt');
      assert.equal(resolved?.mentions[0]?.span?.start, 26);
    });

    it('resolves anew where several edits at once take out all words', async () => {
      const corpus = new Corpus(new World(moonWorld()));
      await corpus.source('seeds/a.txt');
      const edits = [
        { start: 26, end: 30, newText: '' },
        { start: 30, end: 35, newText: '' },
      ];
      assert.equal(corpus.edited('seeds/a.txt', edits), false);
    });

    it('resolves anew where a quote of a tension is taken out', async () => {
      const corpus = World.corpus({
        ...moonWorld(),
        'annotations/tensions.yaml': lines(
          'first-or-not:',
          '  entities: [chang-e-7]',
          '  statement: One source says first.',
          '  quotes:',
          '    - {source: seeds/a.txt, exact: probe first}',
        ),
      });
      await tensionsOf(corpus);
      const cut = [{ start: 36, end: 47, newText: '' }];
      assert.equal(text.slice(36, 47), 'probe first');
      assert.equal(corpus.edited('seeds/a.txt', cut), false);
    });

    it('resolves anew where all words of a record are gone', async () => {
      const edits = [{ start: 26, end: 35, newText: '' }];
      const after = text.slice(0, 26) + text.slice(35);
      assert.deepEqual(await starts(edits, after), {
        mentions: [undefined, 41, 67],
        readAgain: true,
      });
    });
  });
});
