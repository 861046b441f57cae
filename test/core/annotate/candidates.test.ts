import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entityIdFor, guessKind, rankEntities } from '../../../src/core';
import { newRecordId } from '../../../src/core/annotate/ids';
import { World, lines } from '../world';

const registry = World.corpus({
  'annotations/entities/all.yaml': lines(
    "chang-e-7: {type: mission, name: Chang'e 7, aliases: [CE-7]}",
    "chang-e-8: {type: mission, name: Chang'e 8, aliases: [CE-8]}",
    'luna-26: {type: mission, name: Luna-26, aliases: [Luna-Resurs-Orbiter]}',
    'cnsa: {type: organization, name: China National Space Administration, aliases: [CNSA]}',
    'china: {type: place, name: China}',
    'rogozin: {type: person, name: Dmitry Rogozin}',
  ),
}).registry();

describe('rankEntities', () => {
  const cases: [text: string, expected: string][] = [
    ['Chang’e-7', 'chang-e-7'],
    ['change 7', 'chang-e-7'],
    ["CHANG'E\u00a07", 'chang-e-7'],
    ['ce‑8', 'chang-e-8'],
    ['Luna Resurs Orbiter', 'luna-26'],
    ['Rogozin', 'rogozin'],
    ['Dmitri Rogosin', 'rogozin'],
    ['cnsa', 'cnsa'],
    ['the China National Space Administration', 'cnsa'],
    ['China', 'china'],
  ];
  for (const [text, expected] of cases) {
    it(`takes “${text}” for ${expected}`, async () => {
      assert.equal(rankEntities(await registry, text)[0]?.entity.id, expected);
    });
  }

  it('offers every entity, with nothing likely for words of their own', async () => {
    const ranked = rankEntities(await registry, 'ww');
    assert.equal(ranked.length, 6);
    assert(ranked.every(({ score }) => score < 0.3));
  });

  it('looks at no more than the first 200 characters, from the first that is no space', async () => {
    const scores = async (text: string) =>
      rankEntities(await registry, text).map(({ entity, score }) => [entity.id, score]);
    const start = 'Rogozin '.padEnd(200, 'w');
    assert.deepEqual(await scores(`${start} Luna-26`), await scores(start));
    assert.deepEqual(await scores(`${' '.repeat(300)}cnsa`), await scores('cnsa'));
  });
});

describe('entityIdFor', () => {
  it('makes lower-case words joined by hyphens, and numbers what is taken', () => {
    const taken = new Set(['luna-26']);
    const idFor = (name: string) => entityIdFor(name, (id) => taken.has(id));
    assert.equal(idFor('Chang’e-7'), 'chang-e-7');
    assert.equal(idFor('Luna-26'), 'luna-26-2');
    assert.equal(idFor('  Café Müller  '), 'cafe-muller');
    assert.equal(idFor('香港'), '香港');
    assert.equal(idFor('!?'), 'entity');
  });
});

describe('newRecordId', () => {
  it('is eight characters that no YAML reader takes for a number, and never one in use', () => {
    const seen = new Set<string>();
    for (let count = 0; count < 2000; count++) {
      const id = newRecordId((one) => seen.has(one));
      assert.match(id, /^[0-9a-hjkmnp-tv-z]{8}$/);
      assert(!/^[0-9]+(e[0-9]+)?$/.test(id));
      assert(!seen.has(id));
      seen.add(id);
    }
  });
});

describe('guessKind', () => {
  const moon = { name: 'Chang’e 7', aliases: ['lunar post'] };
  const cases: [text: string, expected: string][] = [
    ["Chang'e-7", 'name'],
    ['lunar post', 'name'],
    ['7', 'elliptical'],
    ['-8', 'elliptical'],
    ['the mission', 'nominal'],
    ['a memorandum of understanding', 'nominal'],
    ['The agreement', 'nominal'],
    ['Another Name', 'name'],
  ];
  for (const [text, expected] of cases) {
    it(`takes “${text}” for ${expected}`, () => {
      assert.equal(guessKind(text, moon), expected);
    });
  }
});
