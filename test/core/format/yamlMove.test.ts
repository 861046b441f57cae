import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EditRefusedError } from '../../../src/core';
import { moveItems } from '../../../src/core/format/yamlMove';
import { lines } from '../world';

const text = lines(
  'source: a.txt',
  '# All of them.',
  'mentions:',
  '  - id: a',
  '    note: "first" # said Ann',
  '      # deeper',
  '  # Of the second.',
  '  - id: b',
  '',
  '  - {id: c}',
  'claims: []',
);

/** Where the item with an id begins. */
function at(id: string): number {
  const start = text.indexOf(`id: ${id}`);
  return text.charAt(start - 1) === '{' ? start - 1 : start;
}

describe('moving items of a list', () => {
  it('takes their lines and comments along', () => {
    assert.equal(
      moveItems(text, 'mentions', [{ start: at('b'), before: at('a') }]),
      lines(
        'source: a.txt',
        '# All of them.',
        'mentions:',
        '  # Of the second.',
        '  - id: b',
        '  - id: a',
        '    note: "first" # said Ann',
        '      # deeper',
        '',
        '  - {id: c}',
        'claims: []',
      ),
    );
    assert.match(
      moveItems(text, 'mentions', [{ start: at('a'), before: undefined }]),
      /- \{id: c\}\n {2}- id: a\n.*\n {6}# deeper\nclaims/,
    );
  });

  it('makes several moves at once, in their order', () => {
    const moved = moveItems(text, 'mentions', [
      { start: at('c'), before: at('a') },
      { start: at('b'), before: at('a') },
    ]);
    assert.deepEqual(
      [...moved.matchAll(/id: (\w)/g)].map(([, id]) => id),
      ['c', 'b', 'a'],
    );
  });

  it('refuses what it cannot prove', () => {
    const none = [{ start: 3, before: undefined }];
    assert.throws(() => moveItems(text, 'mentions', none), EditRefusedError);
    assert.throws(() => moveItems(text, 'claims', none), EditRefusedError);
    assert.throws(() => moveItems(`${text}: [`, 'mentions', none), EditRefusedError);
  });
});
