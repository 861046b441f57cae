import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Lexer, parseDocument } from 'yaml';
import { EditRefusedError } from '../../../src/core';
import { insertEntry, insertItem, removeItem } from './listEdit';

/** A hand-written list item: odd indentation, comments, blank lines, quoting, unknown keys. */
const scalar = fc.oneof(
  fc.constantFrom('plain', '"double"', "'single'", '"a: b # c"', '8', '“curly”', '~', ''),
  fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
);
const item = fc
  .record({
    above: fc.constantFrom('', '# above\n', '\n', '\n# far\n\n', ' # odd\n', '       # deep\n'),
    value: scalar,
    trailing: fc.constantFrom('', ' # trailing', '   '),
    extra: fc.constantFrom(
      '',
      'mine:\n  - deep: [x, y]\n',
      '# inside\nother: |\n  literal\n   text\n',
    ),
    below: fc.constantFrom('', '# below\n'),
  })
  .map((one) => ({
    above: one.above,
    body: `id: ${one.value}${one.trailing}\n${one.extra}${one.below}`,
  }));

/** What may stand above everything else in a file. */
const header = fc.constantFrom(
  '',
  '# head\n',
  '# head\n# of the file\n\n',
  '# yaml-language-server: $schema=x.json\n',
  '# head\n# yaml-language-server: $schema=x.json\n# about the first key\n',
  ' # odd head\n',
  '# head\n---\n',
);

/** An empty list as people write it, with comments in and behind it. */
const emptyList = fc
  .record({
    header,
    before: fc.constantFrom('', 'source: a # source\n', 'source: a\n  # odd\n\n'),
    list: fc.constantFrom(
      'mentions:',
      'mentions: []',
      'mentions:   [ \t ]',
      'mentions: # key\n  []',
      'mentions:\n  []',
      'mentions: [\n  ]',
      'mentions: [ # nothing found yet by Ann\n  ]',
      'mentions: [\n  # reviewed\n  ]',
      'mentions: [ # one\n\n # two\n       # three\n  ]',
      'mentions:\n  [ # one\n  # two\n  ]',
      'mentions: [\n  # reviewed ]\n]',
    ),
    trailing: fc.constantFrom('', ' # none yet', '   ', '\t# none yet'),
    after: fc.constantFrom('', '\n', '  # deeper\n', '# below\n', ' # odd\n# below\n\n'),
    tail: fc.constantFrom('', 'claims: [] # no claims\n', 'zebra: |\n  # text\n'),
    eol: fc.constantFrom('\n', '\r\n'),
    cut: fc.boolean(),
  })
  .map(({ header, before, list, trailing, after, tail, eol, cut }) => {
    const text = `${header}${before}${list}${trailing}\n${after}${tail}`.replaceAll('\n', eol);
    return cut ? text.trimEnd() : text;
  });

const handWritten = fc
  .record({
    header,
    head: fc.constantFrom('', '# head\n', 'source: a\n', 'z: 1\n\n'),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    indent: fc.constantFrom('', '  ', '    '),
    gap: fc.constantFrom(' ', '   '),
    tail: fc.constantFrom('', 'claims: []\n', '# tail\n', '\nclaims:\n- id: c\n'),
    eol: fc.constantFrom('\n', '\r\n'),
    cut: fc.boolean(),
  })
  .map(({ header, head, items, indent, gap, tail, eol, cut }) => {
    const margin = indent + ' '.repeat(1 + gap.length);
    const list = items.map(({ above, body }) => {
      const lines = body.trimEnd().split('\n');
      const printed = lines.map((line, at) => (at === 0 ? indent + '-' + gap : margin) + line);
      return above.replace(/^(?=#)/gm, indent) + printed.join('\n') + '\n';
    });
    const text = (header + head + 'mentions:\n' + list.join('') + tail).replaceAll('\n', eol);
    return { text: cut ? text.trimEnd() : text, count: items.length };
  });

function data(text: string): Record<string, unknown[]> {
  return parseDocument(text, { schema: 'failsafe' }).toJS() as Record<string, unknown[]>;
}

/** The comments of a text, told from text with a `#` by the lexer of `yaml` itself. */
function comments(text: string): string[] {
  const found: string[] = [];
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer marks the scalars that it yields.
    if (previous !== '\x1f' && lexeme.startsWith('#')) found.push(lexeme.trimEnd());
    previous = lexeme;
  }
  return found.sort();
}

describe('editing hand-written YAML', function () {
  this.timeout(20_000);

  it('inserts one item, as added lines only', () => {
    fc.assert(
      fc.property(handWritten, fc.nat(5), fc.string(), ({ text, count }, at, quote) => {
        const index = Math.min(at, count);
        const record = { id: 'new', exact: quote };
        let after: string;
        try {
          after = insertItem(text, 'mentions', index, record);
        } catch (error) {
          assert(error instanceof EditRefusedError);
          return;
        }
        const expected = data(text);
        expected.mentions!.splice(index, 0, record);
        assert.deepEqual(data(after), expected);
        assertOnlyAdded(text, after);
        assert.deepEqual(comments(after), comments(text));
      }),
      { numRuns: 500 },
    );
  });

  it('removes what it inserted, to the byte', () => {
    fc.assert(
      fc.property(handWritten, fc.nat(5), ({ text, count }, at) => {
        const index = Math.min(at, count);
        try {
          const after = insertItem(text, 'mentions', index, { id: 'new' });
          const back = removeItem(after, 'mentions', index);
          assert.equal(back.trimEnd(), text.trimEnd());
        } catch (error) {
          assert(error instanceof EditRefusedError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('removes one item and keeps every comment outside of it', () => {
    fc.assert(
      fc.property(handWritten, fc.nat(4), ({ text, count }, at) => {
        const index = at % count;
        let after: string;
        try {
          after = removeItem(text, 'mentions', index);
        } catch (error) {
          assert(error instanceof EditRefusedError);
          return;
        }
        const expected = data(text);
        expected.mentions!.splice(index, 1);
        const left = data(after).mentions;
        assert.deepEqual(Array.isArray(left) ? left : [], expected.mentions);
        for (const outside of [
          '# above',
          '# far',
          '# odd',
          '# deep',
          '# head',
          '# yaml',
          '# tail',
        ]) {
          const kept = comments(after).filter((one) => one.startsWith(outside)).length;
          assert.equal(
            kept,
            comments(text).filter((one) => one.startsWith(outside)).length,
            outside,
          );
        }
        assertOnlyAdded(after, text);
      }),
      { numRuns: 500 },
    );
  });

  it('fills an empty list, and keeps every comment', () => {
    let refused = 0;
    fc.assert(
      fc.property(emptyList, (text) => {
        const record = { id: 'new', exact: 'x # y' };
        const after = orRefused(() => insertItem(text, 'mentions', 0, record));
        if (after === undefined) {
          if (parseDocument(text).errors.length === 0) refused++;
          return;
        }
        assert.deepEqual(data(after), { ...data(text), mentions: [record] });
        assert.deepEqual(comments(after), comments(text));
        // What was said of the empty list stays above its first record.
        for (const said of after.matchAll(/# (?:one|two|three|key|none|nothing|reviewed)/g)) {
          assert(said.index < after.indexOf('id: new'));
        }
      }),
      { numRuns: 500 },
    );
    assert.equal(refused, 0);
  });

  it('adds an entry, below the header, and keeps every comment', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          emptyList,
          handWritten.map(({ text }) => text),
        ),
        fc.constantFrom('a', 'm', 'zz'),
        (text, key) => {
          const after = orRefused(() => insertEntry(text, key, { name: 'new' }));
          if (after === undefined) return;
          assert.deepEqual(data(after), { ...data(text), [key]: { name: 'new' } });
          assert.deepEqual(comments(after), comments(text));
          assertOnlyAdded(text, after);
          const head = /^(?:#.*\r?\n)+\r?\n|^(?:#.*\r?\n)*# yaml-language-server.*\r?\n/.exec(text);
          assert(after.startsWith(head?.[0] ?? ''));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function orRefused(edit: () => string): string | undefined {
  try {
    return edit();
  } catch (error) {
    assert(error instanceof EditRefusedError);
    return undefined;
  }
}

/** Every line of `before` stands in `after`, in order. */
function assertOnlyAdded(before: string, after: string): void {
  const lines = after.split(/\r?\n/);
  let at = 0;
  for (const line of before.replace(/[\r\n]+$/, '').split(/\r?\n/)) {
    const found = lines.indexOf(line, at);
    assert(found >= 0, `lost line ${JSON.stringify(line)}`);
    at = found + 1;
  }
}
