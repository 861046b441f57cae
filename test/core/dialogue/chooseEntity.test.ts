import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type MeantWords, chooseEntity } from '../../../src/core';
import { World, moonWorld } from '../world';
import { type Deed, answering } from './answers';

async function choose(meant: MeantWords['meant'], ...deeds: Deed[]) {
  const somebody = answering(...deeds);
  const last = { entity: 'mou-2021', type: 'agreement' };
  const words = { meant, last, title: 'Which?' };
  const entity = await chooseEntity(World.corpus(moonWorld()), words, somebody.asking);
  assert(somebody.isDone());
  return { entity, asked: somebody.asked };
}

describe('chooseEntity', () => {
  const luna = { words: 'Luna-27', type: 'spacecraft' };

  it('has the likeliest first, then the last one used, new ones, and all others', async () => {
    const { entity, asked } = await choose({ words: 'CNSA', entity: 'cnsa' }, 'enter');
    assert.equal(entity, 'cnsa');
    assert.deepEqual(asked, [
      [
        'Which?',
        'China National Space Administration',
        'Memorandum of 2021',
        'Create a new entity…',
        "Chang'e 7",
      ],
    ]);
  });

  it('creates what is new at once, with the type that is guessed', async () => {
    const { entity, asked } = await choose(luna, 'enter');
    assert.deepEqual(entity, { id: 'luna-27', type: 'spacecraft', name: 'Luna-27' });
    assert.deepEqual(asked[0]?.slice(0, 3), ['Which?', 'Create “Luna-27”', 'Create a new entity…']);
  });

  it('creates a date with the value that the words tell', async () => {
    const date = { words: 'March 9, 2021', type: 'date', value: '2021-03-09' };
    const { entity } = await choose(date, 'enter');
    const made = { id: 'date-2021-03-09', type: 'date', value: '2021-03-09' };
    assert.deepEqual(entity, { ...made, name: '9 March 2021' });
    const other = await choose(date, { type: '2021-04' });
    assert.deepEqual(other.entity, {
      id: 'date-2021-04',
      type: 'date',
      value: '2021-04',
      name: 'April 2021',
    });
  });

  it('loses nothing that was typed', async () => {
    const { entity } = await choose(luna, { type: 'Luna 27 lander' });
    assert.deepEqual(entity, { id: 'luna-27-lander', type: 'spacecraft', name: 'Luna 27 lander' });
    const detailed = { pick: 'Create a new entity…', type: 'Glob' };
    const asked = await choose(luna, detailed, { pick: 'Mission' }, 'enter', 'enter');
    assert.deepEqual(asked.entity, { id: 'glob', type: 'mission', name: 'Glob' });
  });

  it('asks for type, name, value and id, and goes back', async () => {
    const { entity, asked } = await choose(
      { words: 'that day' },
      { pick: 'Create a new entity…' },
      'enter',
      'back',
      { pick: 'Date' },
      { type: 'Some day' },
      { type: '2021-05' },
      'enter',
    );
    assert.deepEqual(entity, {
      id: 'date-2021-05',
      type: 'date',
      name: 'Some day',
      value: '2021-05',
    });
    // Of words that tell no type, the last one used is the likeliest.
    assert.equal(asked[1]?.[1], 'Agreement');
    assert.deepEqual(
      asked.slice(2).map(([, first]) => first),
      ['that day', 'Agreement', 'that day', '', 'date-2021-05'],
    );
  });

  it('takes no id that is none or taken, and gives up when asked to', async () => {
    const asking = answering({ pick: 'Create a new entity…' }, 'enter', { type: 'CNSA' }, 'escape');
    const words = { meant: luna, title: 'Which?' };
    const entity = await chooseEntity(World.corpus(moonWorld()), words, asking.asking);
    assert.equal(entity, undefined);
    assert.equal(asking.asked.at(-1)?.[1], 'cnsa-2');
  });
});
