import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseDocument } from 'yaml';
import { EditRefusedError } from '../../../src/core';
import { insertItem, removeItem } from '../../../src/core/format/yamlEdit';

/** A hand-written list item: odd indentation, comments, blank lines, quoting, unknown keys. */
const scalar = fc.oneof(
  fc.constantFrom('plain', '"double"', "'single'", '"a: b # c"', '8', '“curly”', '~', ''),
  fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text)),
);
const item = fc
  .record({
    above: fc.constantFrom('', '# above\n', '\n', '\n# far\n\n'),
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

const handWritten = fc
  .record({
    head: fc.constantFrom('', '# head\n', 'source: a\n', '---\n', 'z: 1\n\n'),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    indent: fc.constantFrom('', '  ', '    '),
    gap: fc.constantFrom(' ', '   '),
    tail: fc.constantFrom('', 'claims: []\n', '# tail\n', '\nclaims:\n- id: c\n'),
    eol: fc.constantFrom('\n', '\r\n'),
    cut: fc.boolean(),
  })
  .map(({ head, items, indent, gap, tail, eol, cut }) => {
    const margin = indent + ' '.repeat(1 + gap.length);
    const list = items.map(({ above, body }) => {
      const lines = body.trimEnd().split('\n');
      const printed = lines.map((line, at) => (at === 0 ? indent + '-' + gap : margin) + line);
      return above.replace(/^(?=#)/gm, indent) + printed.join('\n') + '\n';
    });
    const text = (head + 'mentions:\n' + list.join('') + tail).replaceAll('\n', eol);
    return { text: cut ? text.trimEnd() : text, count: items.length };
  });

function data(text: string): Record<string, unknown[]> {
  return parseDocument(text, { schema: 'failsafe' }).toJS() as Record<string, unknown[]>;
}

function comments(text: string): string[] {
  return text.match(/#.*/g) ?? [];
}

describe('editing hand-written YAML', () => {
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
        const kept = comments(after).filter((one) => one.startsWith('# above')).length;
        assert.equal(kept, comments(text).filter((one) => one.startsWith('# above')).length);
        assertOnlyAdded(after, text);
      }),
      { numRuns: 500 },
    );
  });
});

/** Every line of `before` stands in `after`, in order. */
function assertOnlyAdded(before: string, after: string): void {
  const lines = after.trimEnd().split(/\r?\n/);
  let at = 0;
  for (const line of before.trimEnd().split(/\r?\n/)) {
    const found = lines.indexOf(line, at);
    assert(found >= 0, `lost line ${JSON.stringify(line)}`);
    at = found + 1;
  }
}
