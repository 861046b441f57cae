import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EditRefusedError } from '../../../src/core';
import { replaceText, setTexts } from '../../../src/core/format/yamlEdit';
import { lines } from '../world';

const text = lines(
  '# The first source.',
  'source: seeds/a.txt # here',
  'mentions:',
  '  - id: a # one',
  '    exact: "Moon"',
  '    prefix: the ',
  '    # why',
  '    note: |',
  '      two',
  '      lines',
  '  - {id: b, exact: Mars, prefix: "on ", note: x}',
);
const at = (words: string) => text.indexOf(words);

describe('replaceText', () => {
  it('changes the one text and leaves comments and quoting of all others', () => {
    const after = replaceText(text, at('seeds/a.txt'), 'seeds/b.txt');
    assert.equal(after, text.replace('seeds/a.txt', 'seeds/b.txt'));
    assert.equal(replaceText(text, at('b, exact'), 'c'), text.replace('id: b', 'id: c'));
  });

  it('quotes what needs it, in either style, and replaces a block of lines', () => {
    assert.equal(
      replaceText(text, at('"Moon"'), 'yes: # no'),
      text.replace('"Moon"', '"yes: # no"'),
    );
    assert.equal(replaceText(text, at('Mars'), 'a, b}'), text.replace('Mars', '"a, b}"'));
    assert.equal(
      replaceText(text, at('|'), 'one'),
      text.replace('|\n      two\n      lines', 'one'),
    );
  });

  it('refuses what is no text, and broken files', () => {
    assert.throws(() => replaceText(text, at('mentions'), 'x'), EditRefusedError);
    assert.throws(() => replaceText(`${text}x: ]\n`, at('seeds'), 'x'), EditRefusedError);
  });
});

describe('setTexts', () => {
  it('changes, adds and takes out keys of a record, in either style', () => {
    const texts = { exact: 'moon', prefix: undefined, suffix: ' shines' };
    assert.equal(
      setTexts(text, at('id: a'), texts),
      text.replace('"Moon"\n    prefix: the \n', 'moon\n    suffix: " shines"\n'),
    );
    assert.equal(
      setTexts(text, at('{id: b'), texts),
      text.replace('Mars, prefix: "on "', 'moon, suffix: " shines"'),
    );
  });

  it('changes keys of the file itself, and keeps its line ends', () => {
    const windows = text.replaceAll('\n', '\r\n');
    assert.equal(
      setTexts(windows, undefined, { source: 'seeds/a.txt', sha256: 'ab' }),
      windows.replace('# here\r\n', '# here\r\nsha256: ab\r\n'),
    );
  });

  it('changes nothing where all is as wanted', () => {
    assert.equal(setTexts(text, at('id: a'), { exact: 'Moon' }), text);
  });

  it('refuses what has no place, and what a record begins with', () => {
    assert.throws(() => setTexts(text, at('id: a'), { suffix: 'x' }), EditRefusedError);
    assert.throws(() => setTexts(text, at('id: a'), { id: undefined }), EditRefusedError);
    assert.throws(() => setTexts(text, 0, { id: 'x' }), EditRefusedError);
  });
});
