import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { Corpus, type CorpusMap, mapOf } from '../../../src/core';
import { type Arrangement, arrange } from '../../../src/map/arrange';
import { columnsOf } from '../../../src/map/columns';
import { fold } from '../../../src/map/fold';
import { order } from '../../../src/map/order';
import { wrapText } from '../../../src/map/wrapText';
import { FolderHost } from '../../../src/cli/host';
import { ids, mapWith, nothingChosen } from './maps';

const measure = (text: string) => text.length * 7;
const writing = {
  wrap: (text: string, width: number, lines: number) => wrapText(text, width, lines, measure),
  measure,
};

function draw(map: CorpusMap, width: number, height: number, earlier: readonly string[] = []) {
  const drawing = fold(map, nothingChosen);
  return arrange(order(drawing, earlier), { width, height }, writing);
}

const idsOf = ({ placed }: Arrangement) => placed.map(({ item }) => item.id);

describe('The arrangement of a map', () => {
  it('puts types of a schema’s own where their edges are easiest to follow', () => {
    const found = columnsOf(
      mapWith({ organization: ['un'], treaty: ['t'], vessel: ['v'], mission: ['m'] }, [
        ['t', 'un'],
        ['t', 'v'],
        ['un', 'm'],
        ['v', 't'],
        ['v', 'm'],
        ['v', 'un'],
      ]),
    );
    assert.deepEqual(Object.fromEntries(found), {
      ...{ organization: 0, mission: 2 },
      ...{ treaty: 2, vessel: 1 },
    });
  });

  it('orders what is joined side by side', () => {
    const map = mapWith({ organization: ['a', 'b', 'c'], agreement: ['x', 'y', 'z'] }, [
      ['x', 'c'],
      ['y', 'b'],
      ['z', 'a'],
    ]);
    const [left, right] = order(fold(map, nothingChosen));
    const names = (groups = left) => groups?.flatMap(({ items }) => items.map(({ id }) => id));
    const partner: Readonly<Record<string, string>> = { a: 'z', b: 'y', c: 'x' };
    assert.deepEqual(
      names(left)?.map((id) => partner[id]),
      names(right),
    );
  });

  it('keeps the order of what was drawn before', () => {
    const map = mapWith({ organization: ['a', 'b', 'c'], agreement: ['x'] }, [
      ['x', 'a'],
      ['x', 'b'],
      ['x', 'c'],
    ]);
    const drawn = idsOf(draw(map, 900, 600, ['c', 'a', 'x']));
    assert.deepEqual(
      drawn.filter((id) => id === 'a' || id === 'c'),
      ['c', 'a'],
    );
  });

  it('grows in height where there is no room, and never overlaps', () => {
    const map = mapWith(
      { organization: ids('a-rather-long-name', 30), agreement: ['x'] },
      ids('a-rather-long-name', 30).map((id) => ['x', id] as const),
    );
    const drawn = draw(map, 700, 200);
    assert.ok(drawn.height > 200);
    assertApart(drawn);
  });
});

describe('The map of this corpus', () => {
  let map: CorpusMap;
  before(async () => {
    map = await mapOf(new Corpus(new FolderHost('.')));
  });

  for (const [width, height] of [
    [1060, 520],
    [640, 480],
    [1600, 900],
  ] as const) {
    it(`has no two names that overlap, at ${width} × ${height}`, () => {
      assertApart(draw(map, width, height));
    });
  }

  it('is the same each time', () => {
    assert.deepEqual(draw(map, 1060, 520), draw(map, 1060, 520));
  });

  it('shows every agreement and mission by itself', () => {
    const drawn = new Set(idsOf(draw(map, 1060, 520)));
    const wanted = map.nodes.filter(({ type }) => type === 'agreement' || type === 'mission');
    assert.deepEqual(
      wanted.filter(({ id }) => !drawn.has(id)),
      [],
    );
  });
});

/** Rows of a column lie below each other, and names stay within what is drawn. */
function assertApart({ placed, headings, width, boxWidth }: Arrangement): void {
  for (const column of [0, 1, 2]) {
    const rows = [
      ...placed
        .filter((one) => one.column === column)
        .map(({ y, height, item: { id } }) => ({ id, top: y - height / 2, end: y + height / 2 })),
      ...headings
        .filter((one) => one.column === column)
        .map(({ y, group: { type } }) => ({ id: type.label, top: y - 6, end: y + 6 })),
    ].sort((a, b) => a.top - b.top);
    rows.forEach((row, at) => {
      const next = rows[at + 1];
      if (next) assert.ok(row.end <= next.top + 0.01, `${row.id} and ${next.id} overlap`);
    });
  }
  for (const { column, x, textWidth, reach, item } of placed) {
    const [left, right] =
      column === 0
        ? [x - reach - 8 - textWidth, x]
        : column === 1
          ? [x - boxWidth / 2, x - boxWidth / 2 + 32 + textWidth]
          : [x, x + reach + 8 + textWidth];
    assert.ok(left >= 0 && right <= width, `${item.id} leaves the picture`);
    if (column === 1) assert.ok(right <= x + boxWidth / 2, `${item.id} leaves its box`);
  }
}
