import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findEntities } from '../../../src/core';
import { World, lines } from '../world';

const registry = World.corpus({
  'annotations/entities/all.yaml': lines(
    'ilrs: {type: facility, name: International Lunar Research Station, aliases: [ILRS, lunar post]}',
    'cnsa: {type: organization, name: China National Space Administration, aliases: [CNSA]}',
    'rogozin: {type: person, name: Dmitry Rogozin}',
    'auxiliary: {type: facility, name: auxiliary system for long operation on the lunar surface}',
  ),
}).registry();

async function found(query: string): Promise<string[]> {
  return (await findEntities(await registry, query)).map(
    ({ entity, name }) => `${entity.id}: ${name}`,
  );
}

describe('findEntities', () => {
  it('finds a long name by the beginning of one of its words', async () => {
    assert.deepEqual(await found('Internat'), ['ilrs: International Lunar Research Station']);
    assert.deepEqual(await found('administration'), ['cnsa: China National Space Administration']);
    assert.deepEqual(await found('lunar station'), ['ilrs: International Lunar Research Station']);
  });

  it('tells which of the names is meant', async () => {
    assert.deepEqual(await found('ilrs'), ['ilrs: ILRS']);
    assert.deepEqual(await found('Lunar Post'), ['ilrs: lunar post']);
  });

  it('finds a name that is misspelt', async () => {
    assert.deepEqual(await found('dmitri rogosin'), ['rogozin: Dmitry Rogozin']);
  });

  it('finds nothing for what nobody is called', async () => {
    assert.deepEqual(await found('quark'), []);
  });
});
