import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { spotTowards } from '../../../src/map/keyboard';
import { lookOf, shapePath } from '../../../src/map/looks';
import { searchNodes } from '../../../src/map/search';
import { readState } from '../../../src/map/state';
import { cut, wrapText } from '../../../src/map/wrapText';
import { readMessage } from '../../../src/vscode/map/readMessage';
import { mapWith } from './maps';

const measure = (text: string) => text.length;

describe('The page of the map', () => {
  it('leads from one entity to the next by arrow keys', () => {
    const spots = [
      { id: 'a', lane: 0, x: 0, y: 0 },
      { id: 'b', lane: 0, x: 0, y: 10 },
      { id: 'c', lane: 2, x: 90, y: 4 },
      { id: 'd', lane: 2, x: 90, y: 11 },
    ];
    assert.equal(spotTowards(spots, 'a', 'down'), 'b');
    assert.equal(spotTowards(spots, 'a', 'up'), undefined);
    assert.equal(spotTowards(spots, 'b', 'right'), 'd');
    assert.equal(spotTowards(spots, 'c', 'left'), 'a');
    assert.equal(spotTowards(spots, 'd', 'right'), undefined);
    assert.equal(spotTowards(spots, 'nobody', 'right'), undefined);
  });

  it('breaks names between words, and cuts what does not fit', () => {
    assert.deepEqual(wrapText('a memorandum of understanding', 14, 2, measure), [
      'a memorandum',
      'of understand…',
    ]);
    assert.deepEqual(wrapText('a memorandum', 14, 2, measure), ['a memorandum']);
    assert.deepEqual(wrapText('', 14, 2, measure), []);
    assert.equal(cut('👩‍🚀👩‍🚀👩‍🚀', 11, measure), '👩‍🚀👩‍🚀…');
  });

  it('finds entities by any name, whatever case, accents and punctuation', () => {
    const { nodes } = mapWith({ mission: ["Chang'e 7", 'Luna-26', 'Élan'] });
    const find = (query: string) => searchNodes(nodes, query, 5).map(({ name }) => name);
    assert.deepEqual(find('change7'), ["Chang'e 7"]);
    assert.deepEqual(find('26'), ['Luna-26']);
    assert.deepEqual(find('el'), ['Élan']);
    assert.deepEqual(find(' '), []);
  });

  it('finds entities in spite of a slip, if nothing has the very letters', () => {
    const { nodes } = mapWith({
      mission: ["Chang'e 7", 'Luna-26', 'Lunar Gateway'],
      organization: ['CNSA', 'NASA', 'Kansas', 'Roscosmos'],
    });
    const find = (query: string) => searchNodes(nodes, query, 5).map(({ name }) => name);
    const slips = { chnage7: "Chang'e 7", roskosmos: 'Roscosmos', 'luna gatway': 'Lunar Gateway' };
    for (const [slip, name] of Object.entries(slips)) assert.deepEqual(find(slip), [name]);
    assert.deepEqual(find('nasa'), ['NASA']);
    assert.deepEqual(find('lnu'), [], 'three letters are too few to guess from');
    assert.deepEqual(find('artemis'), []);
  });

  it('tells every two of the usual types apart by shape and colour together', () => {
    const types = ['agreement', 'programme', 'mission', 'spacecraft', 'instrument', 'facility'];
    const others = ['organization', 'place', 'person', 'publication', 'event'];
    const looks = [...types, ...others].map((type) => lookOf(type, 0));
    const kinds = new Set(looks.map((look) => `${look.tone} ${shapePath(look, 5)}`));
    assert.equal(kinds.size, looks.length);
    assert.notDeepEqual(lookOf('constructor', 1), lookOf('toString', 2));
  });

  it('takes up whatever state was stored', () => {
    assert.deepEqual(readState(undefined).hidden, ['person', 'publication', 'event']);
    assert.deepEqual(
      readState({ hidden: ['place', 7], more: { a: 20, b: -1, c: 'x' }, follow: 1 }),
      {
        ...{ folder: undefined, selected: undefined },
        ...{ hidden: ['place'], pinned: [], more: { a: 20 }, follow: false },
      },
    );
  });

  it('is heard by its host only where its messages have the right shape', () => {
    const right = [
      { kind: 'ready' },
      { kind: 'open', id: 'cnsa' },
      { kind: 'openQuote', tension: 'who-signed', quote: 0 },
      { kind: 'openClaim', source: 'seeds/a.txt', claim: 'a4' },
      { kind: 'follow', on: true },
      { kind: 'export', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    ];
    for (const message of right) assert.deepEqual(readMessage({ ...message, more: 1 }), message);
    const wrong = [
      undefined,
      null,
      'ready',
      { kind: 'quit' },
      { kind: 'open', id: 7 },
      { kind: 'openQuote', source: 'seeds/a.txt', start: 0, end: 4 },
      { kind: 'openQuote', tension: 'who-signed', quote: -1 },
      { kind: 'openQuote', tension: 'who-signed', quote: 0.5 },
      { kind: 'openQuote', tension: 7, quote: 0 },
      { kind: 'openClaim', source: ['seeds/a.txt'], claim: 'a4' },
      { kind: 'follow', on: 'yes' },
    ];
    for (const message of wrong) assert.equal(readMessage(message), undefined);
    // Whoever asked for a picture is told that there is none.
    for (const svg of ['<script>', 7, undefined]) {
      assert.deepEqual(readMessage({ kind: 'export', svg }), { kind: 'export', svg: undefined });
    }
  });
});
