import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Choice, fold } from '../../../src/map/fold';
import { date, ids, mapWith, nothingChosen } from './maps';

function rows(map: Parameters<typeof fold>[0], choice: Partial<Choice> = {}) {
  const { groups } = fold(map, { ...nothingChosen, ...choice });
  return groups.map(({ type, column, items }) => [
    type.id,
    column,
    items.map(({ name, folded }) => (folded === undefined ? name : `${name} (${folded})`)),
  ]);
}

describe('The folding of a map', () => {
  const small = mapWith(
    {
      agreement: ['mou'],
      mission: ['chang-e-7', 'luna-26'],
      organization: ['cnsa', 'esa', 'tass'],
    },
    [
      ['mou', 'cnsa', 2],
      ['mou', 'chang-e-7'],
    ],
    [date('luna-26', '2027', '2027-01-01', '2027-12-31')],
  );

  it('shows what has relations or dates, from left to right, and folds what has neither', () => {
    assert.deepEqual(rows(small), [
      ['organization', 0, ['cnsa', '2 more (2)']],
      ['agreement', 1, ['mou']],
      ['mission', 2, ['chang-e-7', 'luna-26']],
    ]);
  });

  it('shows more where more is asked for, and the last one rather than a fold of one', () => {
    assert.deepEqual(rows(small, { more: new Map([['organization', 1]]) })[0], [
      'organization',
      0,
      ['cnsa', 'esa', 'tass'],
    ]);
  });

  it('shows what is pinned', () => {
    const large = mapWith({ organization: ids('body', 40) });
    assert.deepEqual(rows(large, { pinned: new Set(['body-33']) }), [
      ['organization', 0, ['body-33', '39 more (39)']],
    ]);
  });

  it('leaves out types that are switched off, and counts no relation to them', () => {
    assert.deepEqual(rows(small, { hidden: new Set(['agreement']) }), [
      ['organization', 0, ['3 × organization (3)']],
      ['mission', 2, ['luna-26', 'chang-e-7']],
    ]);
  });

  it('draws so many of a large corpus as can be read, and loses no claim', () => {
    const bodies = ids('body', 3000);
    const pacts = ids('pact', 2000);
    const pairs = pacts.map((pact, at) => [pact, `body-${(at * at) % 3000}`] as const);
    const { groups, edges, shown } = fold(
      mapWith({ organization: bodies, agreement: pacts }, pairs),
      nothingChosen,
    );
    assert.equal(shown, 40);
    assert.deepEqual(
      groups.map(({ items, total }) => [items.length, items.at(-1)?.folded, total]),
      [
        [21, 2980, 3000],
        [21, 1980, 2000],
      ],
    );
    assert.equal(
      edges.reduce((sum, { count }) => sum + count, 0),
      2000,
    );
  });

  it('counts the claims within what is folded', () => {
    const map = mapWith({ organization: ids('body', 30), agreement: ['mou'] }, [
      ...ids('body', 20).map((id) => ['mou', id] as const),
      ['body-28', 'body-29', 4],
    ]);
    const { edges, within } = fold(map, nothingChosen);
    assert.deepEqual([edges.length, within], [20, 4]);
  });

  it('joins the relations of what is folded', () => {
    const map = mapWith(
      { agreement: ['mou'], organization: ids('body', 23) },
      ids('body', 23).map((id) => ['mou', id, 3] as const),
    );
    const { edges } = fold(map, nothingChosen);
    assert.deepEqual(edges.at(-1), {
      from: 'mou',
      to: '+ organization',
      relations: [{ label: 'concerns', count: 9 }],
      count: 9,
      // The first of all its claims, to which a double click leads.
      ...{ source: 'seeds/a.txt', claim: 'mou body-20' },
    });
  });
});
