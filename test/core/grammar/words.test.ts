import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
}

const { wordPattern } = JSON.parse(
  readFileSync('language-configuration.json', 'utf8'),
) as LanguageConfiguration;

const words = (text: string): readonly string[] =>
  text.match(new RegExp(wordPattern.pattern, `${wordPattern.flags}g`)) ?? [];

describe('The words of source documents', () => {
  it('keeps designations whole', () => {
    for (const word of [
      ...["Chang'e", 'Chang’e-7', 'CE-6', 'Luna-26', 'Luna-Resource-1', 'AGR-12', 'I-Hab'],
      ...['O’Brien', 'don’t', 'Armonaitė', '香港版', '1,731', '3.14', '2018-2022'],
    ]) {
      assert.deepEqual(words(`(${word}), “${word}”: ${word}. ${word}`), Array(4).fill(word));
    }
  });

  it('leaves possessives and punctuation out', () => {
    assert.deepEqual(words('Chang’e-7’s, China\'s Roscosmos’ "U.S." -7'), [
      ...['Chang’e-7', 's', 'China', 's', 'Roscosmos', 'U.S', '7'],
    ]);
    assert.deepEqual(words('CNSA/Roscosmos – one'), ['CNSA', 'Roscosmos', 'one']);
  });
});
