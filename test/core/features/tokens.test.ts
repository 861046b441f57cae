import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entityTokens, nestingMentions } from '../../../src/core';
import { World, lines } from '../world';

async function tokensOf(
  text: string,
  ...mentions: [entity: string, exact: string, extra?: string][]
) {
  const corpus = World.corpus({
    'seeds/a.txt': text,
    'annotations/entities/all.yaml': lines(
      'roscosmos: {type: organization, name: Roscosmos}',
      'rogozin: {type: person, name: Rogozin}',
      'station: {type: facility, name: Station}',
    ),
    'annotations/a.yaml': lines(
      'source: seeds/a.txt',
      'mentions:',
      ...mentions.map(
        ([entity, exact, extra = ''], at) =>
          `  - {id: m${at}, entity: ${entity}, exact: ${JSON.stringify(exact)}${extra}}`,
      ),
    ),
  });
  const [resolved, registry] = await Promise.all([corpus.source('seeds/a.txt'), corpus.registry()]);
  assert(resolved);
  return {
    tokens: entityTokens(resolved, registry).map(
      ({ start, end, line, character, type, modifiers }) => [
        text.slice(start, end),
        line,
        character,
        type,
        ...modifiers,
      ],
    ),
    nesting: nestingMentions(resolved).map(({ start, end }) => text.slice(start, end)),
  };
}

describe('entityTokens', () => {
  it('gives each mention the type of its entity, and its kind and role', async () => {
    const { tokens } = await tokensOf(
      'The station of Roscosmos.\n',
      ['station', 'The station', ', kind: nominal, role: definition'],
      ['roscosmos', 'Roscosmos'],
    );
    assert.deepEqual(tokens, [
      ['The station', 0, 0, 'facility', 'definition', 'nominal'],
      ['Roscosmos', 0, 15, 'organization'],
    ]);
  });

  it('lets the inner mention win and keeps the rest of the outer one', async () => {
    const { tokens, nesting } = await tokensOf(
      'Then Roscosmos head Rogozin said so.\n',
      ['rogozin', 'Roscosmos head Rogozin'],
      ['roscosmos', 'Roscosmos'],
    );
    assert.deepEqual(tokens, [
      ['Roscosmos', 0, 5, 'organization'],
      [' head Rogozin', 0, 14, 'person'],
    ]);
    assert.deepEqual(nesting, ['Roscosmos head Rogozin']);
  });

  it('cuts a mention at line ends', async () => {
    const { tokens } = await tokensOf('of state\n\nRoscosmos, it\n', [
      'roscosmos',
      'state\n\nRoscosmos',
    ]);
    assert.deepEqual(tokens, [
      ['state', 0, 3, 'organization'],
      ['Roscosmos', 2, 0, 'organization'],
    ]);
  });

  it('colours an entity that the registry does not know as unknown', async () => {
    const { tokens } = await tokensOf('Only Mars here.\n', ['mars', 'Mars']);
    assert.deepEqual(tokens, [['Mars', 0, 5, 'unknown']]);
  });
});
