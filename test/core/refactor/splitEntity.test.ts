import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, type Refactoring, splitEntity } from '../../../src/core';
import { World, moonWorld } from '../world';
import { refactored } from './refactored';

const probe = { id: 'chang-e-7-probe', type: 'spacecraft', name: 'The probe' };

async function split(
  corpus: Corpus,
  entity: string,
  made: typeof probe,
  ids: readonly string[],
): Promise<Refactoring> {
  const index = await corpus.index();
  const isChosen = ({ id }: { id: string }) => ids.includes(id);
  const all = [...index.files.values()];
  return splitEntity(corpus, entity, made, {
    mentions: all.flatMap(({ mentions }) => mentions.filter(isChosen)),
    claims: all.flatMap(({ claims }) => claims.filter(isChosen)),
  });
}

describe('splitting an entity', () => {
  it('gives the mentions and claims that are chosen to a new one', async () => {
    const path = 'annotations/b.yaml';
    const files = {
      ...moonWorld(),
      [path]: `${moonWorld()[path] ?? ''}  - {id: b4, subject: chang-e-7, property: concerns, value: chang-e-7, exact: signed} # c\n  - {id: b5, subject: chang-e-7, property: status, value: chang-e-7, exact: signed}\n`,
    };
    const { diff, label, notes, trouble } = await refactored(files, (corpus) =>
      split(corpus, 'chang-e-7', probe, ['b1', 'b4', 'b5']),
    );
    assert.equal(label, "Split “The probe” off “Chang'e 7”");
    assert.deepEqual(diff, [
      'annotations/entities/spacecraft.yaml:',
      '+ chang-e-7-probe:',
      '+   type: spacecraft',
      '+   name: The probe',
      'annotations/b.yaml:',
      '-     entity: chang-e-7',
      '-   - {id: b4, subject: chang-e-7, property: concerns, value: chang-e-7, exact: signed} # c',
      '-   - {id: b5, subject: chang-e-7, property: status, value: chang-e-7, exact: signed}',
      '+     entity: chang-e-7-probe',
      '+   - {id: b4, subject: chang-e-7-probe, property: concerns, value: chang-e-7-probe, exact: signed} # c',
      '+   - {id: b5, subject: chang-e-7-probe, property: status, value: chang-e-7, exact: signed}',
    ]);
    assert.deepEqual([notes, trouble], [[], []]);
  });

  it('says what is left, and what the schema objects to', async () => {
    const { notes } = await refactored(moonWorld(), (corpus) =>
      split(corpus, 'mou-2021', { ...probe, type: 'event' }, ['a3', 'b2', 'a4']),
    );
    assert.deepEqual(notes, [
      '“mou-2021” will not be mentioned any more.',
      '1 claim (signed-on) will say what the schema does not allow of the type “event”, and be reported.',
    ]);
  });

  it('is refused with a reason', async () => {
    const world = new World(moonWorld());
    const corpus = new Corpus(world);
    await assert.rejects(split(corpus, 'chang-e-7', probe, []), {
      message: 'Choose at least one mention or claim that goes to the new entity.',
    });
    await assert.rejects(split(corpus, 'chang-e-7', { ...probe, id: 'cnsa' }, ['b1']), {
      message: 'There is an entity “cnsa” already.',
    });
    const index = await corpus.index();
    const mentions = index.mentionsOf('chang-e-7').map(({ record }) => record);
    world.write('annotations/b.yaml', `# more\n${moonWorld()['annotations/b.yaml'] ?? ''}`);
    corpus.changed('annotations/b.yaml');
    await assert.rejects(splitEntity(corpus, 'chang-e-7', probe, { mentions, claims: [] }), {
      message: 'annotations/b.yaml has changed meanwhile.',
    });
  });
});
