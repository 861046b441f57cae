import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NameTrie } from '../../../src/core/recognise/nameTrie';
import { acceptsSpelling } from '../../../src/core/recognise/spelling';

function found(names: readonly string[], text: string): string[] {
  const trie = new NameTrie<string>();
  for (const name of names) trie.add(name, name);
  const accepts = (values: readonly string[], words: string) =>
    values.filter((name) => acceptsSpelling(name, words));
  return [...trie.matches(text, accepts)].map(({ start, end }) => text.slice(start, end));
}

describe('names in a text', () => {
  it('are found under other apostrophes, hyphens and spaces, and without their possessive', () => {
    const text = "Chang’e-7, Chang'e 7's lander, CHANG'E\u00a07, Chang’e\n7 and Chang`e‑7";
    assert.deepEqual(found(["Chang'e 7"], text), [
      'Chang’e-7',
      "Chang'e 7",
      "CHANG'E\u00a07",
      'Chang’e\n7',
      'Chang`e‑7',
    ]);
  });

  it('may be small in several words; a single word keeps its capital, an acronym all of them', () => {
    const names = ['International Lunar Research Station', 'Gateway', 'ICE'];
    assert.deepEqual(
      found(
        names,
        'an international lunar research station; a gateway, the Gateway; Ice, ice, ICE',
      ),
      ['international lunar research station', 'Gateway', 'ICE'],
    );
  });

  it('are whole words: no part of a word, of a number behind a hyphen, of another paragraph', () => {
    const names = ['Chang', 'Luna', 'China', 'Sea of Japan'];
    assert.deepEqual(found(names, 'Chang’e, Luna-26, Chinatown, China-based, Sea of\n\nJapan'), [
      'China',
    ]);
  });

  it('take the longest, and plurals with their ending', () => {
    const names = ['Coast Guard', 'U.S. Coast Guard', 'Polar Security Cutter'];
    assert.deepEqual(found(names, 'The U.S. Coast Guard has Polar Security Cutters.'), [
      'U.S. Coast Guard',
      'Polar Security Cutters',
    ]);
  });

  it('fall back on a shorter one where the longer one is spelt otherwise', () => {
    assert.deepEqual(found(['Moon', 'MOON BASE'], 'Moon base'), ['Moon']);
  });
});
