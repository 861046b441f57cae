import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { printYaml } from '../../../src/core/format/yamlPrint';
import { printSimpleText } from '../../../src/core/format/yamlText';

/** As the library writes it, which knows all that a reader might take for something else. */
function printed(text: string): string {
  return printYaml({ x: text }).slice('x: '.length).trimEnd();
}

describe('printSimpleText', () => {
  it('knows ids, types and paths without the library', () => {
    const texts = ['moon', 'chang-e-7', 'mission', 'seeds/a.txt', '4f7k2m9x'];
    assert.deepEqual(
      texts.map((text) => printSimpleText(text, false)),
      texts,
    );
  });

  it('leaves to the library what may be something else, or needs a look', () => {
    const texts = ['no', 'y', 'null', 'true', '1e345678', '0xdeface', 'oxo', 'a b', 'seeds', ''];
    assert.deepEqual(
      texts.filter((text) => printSimpleText(text, false) !== undefined),
      ['seeds'],
    );
  });

  it('writes what it knows as the library does', () => {
    const words = ['no', 'on', 'off', 'yes', 'true', 'null', 'nan', 'inf', 'e', 'x', 'o', 'b', 'y'];
    const marks = ['0', '1', '7', '9', '-', '.', '/', '_', ' '];
    const piece = fc.constantFrom(...words, 'moon', 'T', 'Z', ...marks);
    let known = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const text = pieces.join('');
        const simple = printSimpleText(text, false);
        if (simple === undefined) return;
        known += 1;
        assert.equal(simple, printed(text));
      }),
      { numRuns: 20_000 },
    );
    assert(known > 1000);
  });
});
