import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readAnyYaml } from '../../../src/core/format/anyYaml';
import { readCanonicalYaml } from '../../../src/core/format/canonicalYaml';
import { printYaml } from '../../../src/core/format/yamlPrint';
import { lines } from '../world';

const corpusFiles = readdirSync('annotations', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(path.join('annotations', name), 'utf8'));

/** What a reader of all of YAML finds; undefined where it finds fault. */
function readFully(text: string) {
  const { root, diagnostics } = readAnyYaml('a.yaml', text);
  return diagnostics.length > 0 ? undefined : root;
}

/** Whatever is read at all is read as a reader of all of YAML does. */
function agrees(text: string): boolean {
  const tree = readCanonicalYaml(text);
  if (tree) assert.deepEqual(tree, readFully(text), text);
  return tree !== undefined;
}

/** Pieces of which YAML is made, to be strewn into files. */
const pieces = fc.constantFrom(
  ...['-', '- ', ' ', '  ', ':', ': ', ' #', '#', "'", '"', '\n', '\n  ', '[', ']', ',', '{', '}'],
  ...[
    '|',
    '>',
    '&a ',
    '*a',
    '!t ',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '~',
    '\\',
    '\\x41',
    '\\u0041',
    '---\n',
  ],
  ...['...\n', 'a', 'key: ', 'key:\n', '<<: ', '\t', '\r', '\u0000', '\u0085', '\u2028', '\ufeff'],
);

describe('readCanonicalYaml', () => {
  it('reads every file of the corpus', () => {
    assert(corpusFiles.length > 10);
    for (const text of corpusFiles) assert(agrees(text), text.slice(0, 200));
  });

  it('agrees with a reader of all of YAML on files with pieces strewn in and cut out', () => {
    const small = corpusFiles.map((text) => text.split('\n').slice(0, 30).join('\n'));
    const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(3), pieces), { minLength: 1, maxLength: 3 });
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...small), cuts, (text, edits) => {
        let cut = text;
        for (const [at, length, piece] of edits) {
          const start = at % (cut.length + 1);
          cut = cut.slice(0, start) + piece + cut.slice(start + length);
        }
        if (agrees(cut)) read++;
      }),
      { numRuns: 3000 },
    );
    assert(read > 300, `only ${read} were read`);
  });

  it('agrees on texts made of pieces alone', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (all) => {
        agrees(all.join(''));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads what Glossator writes, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 });
    const record = fc.record({ id: words, exact: words, prefix: words, suffix: words });
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 4 }), words, (mentions, source) => {
        assert(agrees(printYaml({ source, mentions })));
      }),
    );
  });

  it('reads what people write by hand', () => {
    const text = lines(
      '# Our missions.',
      '',
      'luna-27:',
      "  type: 'mission'",
      '  name:   Luna 27',
      '  aliases: [Luna-27, Luna27]',
      '  # to be described',
      '  description: "A lander: it’s to land near the \\u0022pole\\u0022"',
      '  note:',
      'luna-26:',
      '    type: mission',
      '    same-as:',
      '      - https://example.org/a#b',
    );
    assert(agrees(text));
  });

  it('reads long texts, quoted or not', () => {
    const long = 'x'.repeat(10_000_000);
    for (const text of [`a: ${long}\n`, `a: "${long}"\n`, `a: '${long}'\n`]) {
      const value = readCanonicalYaml(text)?.entries[0]?.value;
      assert(value?.kind === 'scalar' && value.text === long);
    }
  });

  const others: [what: string, text: string][] = [
    ['an alias', 'a: &x b\nc: *x\n'],
    ['a text over two lines', 'a: b\n  c\n'],
    ['a block of text', 'a: |\n  b\n'],
    ['a flow map', 'a: {b: c}\n'],
    ['a comment behind a value', 'a: b # c\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a list as far in as its key', 'a:\n- b\n'],
    ['a tab', 'a:\tb\n'],
    ['another line end', 'a: b\r\n'],
    ['two documents', 'a: b\n---\nc: d\n'],
    ['no map', '- a\n'],
    ['nothing', '# nothing\n'],
    [
      'what nests without end',
      Array.from({ length: 70 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
    ],
  ];
  for (const [what, text] of others) {
    it(`leaves ${what} to a reader of all of YAML`, () => {
      assert.equal(readCanonicalYaml(text), undefined);
    });
  }
});
