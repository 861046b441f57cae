import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { EditRefusedError } from '../../../src/core';
import { editYaml } from '../../../src/core/format/yamlEdit';
import type { YamlOperation } from '../../../src/core/format/yamlOperation';
import { lines } from '../world';
import { insertItem, itemStarts, removeItem } from './listEdit';

const file = lines(
  'source: a.txt # the source',
  'mentions:',
  '  # the first',
  '  - id: a',
  '    entity: x # sure?',
  '    exact: A',
  '',
  '  - id: b',
  '    entity: y',
  '    exact: B',
  'claims:',
  '  - id: c',
  '    value: z',
);

describe('editYaml', () => {
  it('makes one decision of many operations, each on its own lines', () => {
    const [a = 0, b = 0] = itemStarts(file, 'mentions');
    const after = editYaml(file, [
      { do: 'insert item', key: 'mentions', before: b, record: { id: 'k', entity: 'x' } },
      { do: 'insert item', key: 'mentions', before: b, record: { id: 'm', entity: 'x' } },
      { do: 'remove item', key: 'mentions', start: b },
      { do: 'set texts', start: a, texts: { entity: 'w', kind: 'nominal' } },
      { do: 'replace text', start: file.indexOf('z'), value: 'true' },
      { do: 'insert item', key: 'rejected', before: undefined, record: { exact: 'R' } },
      { do: 'insert item', key: 'rejected', before: undefined, record: { exact: 'S' } },
      { do: 'set texts', start: undefined, texts: { source: 'b.txt', sha256: 'f' } },
    ]);
    assert.equal(
      after,
      lines(
        'source: b.txt # the source',
        'sha256: f',
        'mentions:',
        '  # the first',
        '  - id: a',
        '    entity: w # sure?',
        '    kind: nominal',
        '    exact: A',
        '',
        '  - id: k',
        '    entity: x',
        '  - id: m',
        '    entity: x',
        'claims:',
        '  - id: c',
        '    value: "true"',
        'rejected:',
        '  - exact: R',
        '  - exact: S',
      ),
    );
  });

  it('takes a list away with the last of its records, and keeps it for those that come', () => {
    const removals = itemStarts(file, 'mentions').map((start): YamlOperation => ({
      do: 'remove item',
      key: 'mentions',
      start,
    }));
    const rest = lines('claims:', '  - id: c', '    value: z');
    // A comment stands between the key and its first item, which is nobody's to take away.
    assert.equal(
      editYaml(file, removals),
      `source: a.txt # the source\nmentions:\n  # the first\n\n${rest}`,
    );
    const bare = file.replace('  # the first\n', '');
    const starts = itemStarts(bare, 'mentions');
    const all = starts.map((start): YamlOperation => ({
      do: 'remove item',
      key: 'mentions',
      start,
    }));
    assert.equal(editYaml(bare, all), `source: a.txt # the source\n\n${rest}`);
    const record = { id: 'k' };
    assert.equal(
      editYaml(bare, [...all, { do: 'insert item', key: 'mentions', before: undefined, record }]),
      `source: a.txt # the source\nmentions:\n\n  - id: k\n${rest}`,
    );
  });

  it('adds and renames entries of a map, sorted', () => {
    const registry = lines('b:', '  name: B', '# about d', 'd:', '  name: D # one');
    const after = editYaml(registry, [
      { do: 'insert entry', key: 'e', record: { name: 'E' } },
      { do: 'insert entry', key: 'c', record: { name: 'C' } },
      { do: 'insert entry', key: 'bb', record: { name: 'BB' } },
      { do: 'rename key', start: registry.indexOf('d:'), to: 'true' },
      { do: 'set texts', start: undefined, texts: { b: undefined } },
    ]);
    assert.equal(
      after,
      lines(
        'bb:',
        '  name: BB',
        'c:',
        '  name: C',
        '# about d',
        '"true":',
        '  name: D # one',
        'e:',
        '  name: E',
      ),
    );
  });

  it('refuses what is not there, and what would say something else', () => {
    const refused = (operation: YamlOperation) => {
      assert.throws(() => editYaml(file, [operation]), EditRefusedError);
    };
    refused({ do: 'remove item', key: 'mentions', start: 1 });
    refused({ do: 'insert item', key: 'mentions', before: 1, record: { id: 'k' } });
    refused({ do: 'replace text', start: 1, value: 'x' });
    refused({ do: 'set texts', start: 1, texts: { id: 'x' } });
    refused({ do: 'insert entry', key: 'claims', record: { id: 'x' } });
    refused({ do: 'rename key', start: 1, to: 'x' });
    refused({ do: 'rename key', start: file.indexOf('claims:'), to: 'mentions' });
  });

  it('comes to the same as one operation after the other', () => {
    const item = fc.constantFrom(
      'id: x\n',
      'id: y # why\n  # inside\n',
      'id: "q"\n  mine: [1, 2]\n',
      'id: z\n\n',
    );
    const inserted = fc.array(fc.nat(6), { maxLength: 4 });
    const all = fc.record({
      items: fc.array(item, { minLength: 2, maxLength: 6 }),
      inserted,
      kept: fc.nat(),
    });
    fc.assert(
      fc.property(all, fc.array(fc.nat(5)), ({ items, inserted, kept }, taken) => {
        const list = items.map((one) => `- ${one}`).join('');
        const text = `mentions:\n${list}claims:\n- id: c\n`;
        const starts = itemStarts(text, 'mentions');
        const gone = new Set(taken.filter((at) => at < items.length && at !== kept % items.length));
        const record = { id: 'new' };
        const places = inserted.filter((at) => at <= items.length);
        const together = editYaml(text, [
          ...places.map((at): YamlOperation => ({
            do: 'insert item',
            key: 'mentions',
            before: starts[at],
            record,
          })),
          ...[...gone].map((at): YamlOperation => ({
            do: 'remove item',
            key: 'mentions',
            start: starts[at] ?? -1,
          })),
        ]);
        let oneByOne = text;
        for (let at = items.length; at >= 0; at--) {
          const here = places.filter((place) => place === at).length;
          for (let more = 0; more < here; more++) {
            oneByOne = insertItem(oneByOne, 'mentions', at + more, record);
          }
          if (gone.has(at)) oneByOne = removeItem(oneByOne, 'mentions', at + here);
        }
        assert.equal(together, oneByOne);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
