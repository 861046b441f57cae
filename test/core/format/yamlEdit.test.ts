import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EditRefusedError } from '../../../src/core';
import { insertEntry, insertItem, removeItem } from './listEdit';

const record = { id: 'new', entity: 'moon', exact: 'Moon' };

function file(...lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

describe('insertItem', () => {
  const twoMentions = file(
    '# The first source.',
    'source: seeds/a.txt',
    '',
    'mentions:',
    '  # about a',
    '  - id: a',
    '    entity: moon   # the Earth’s',
    '    exact: "Moon"',
    '    reviewed: yes',
    '    # more about a',
    '  # about b',
    '  - id: b',
    '    entity: mars',
    '    exact: Mars',
    '    # below b',
    '',
    'claims: []',
  );

  it('puts an item between two others and leaves their comments with them', () => {
    const after = insertItem(twoMentions, 'mentions', 1, record);
    assert.equal(
      after,
      twoMentions.replace(
        '  # about b\n',
        '  - id: new\n    entity: moon\n    exact: Moon\n  # about b\n',
      ),
    );
  });

  it('puts an item first and last', () => {
    const printed = '  - id: new\n    entity: moon\n    exact: Moon\n';
    assert.equal(
      insertItem(twoMentions, 'mentions', 0, record),
      twoMentions.replace('  # about a\n', `${printed}  # about a\n`),
    );
    assert.equal(
      insertItem(twoMentions, 'mentions', 2, record),
      twoMentions.replace('    # below b\n', `    # below b\n${printed}`),
    );
  });

  it('opens an empty inline list', () => {
    assert.equal(
      insertItem(twoMentions, 'claims', 0, record),
      twoMentions.replace(
        'claims: []\n',
        'claims:\n  - id: new\n    entity: moon\n    exact: Moon\n',
      ),
    );
  });

  it('opens an empty inline list around its comments', () => {
    for (const [before, after] of [
      ['mentions: [] # none yet\n', 'mentions: # none yet\n  - id: x\n'],
      ['mentions: [ # none, says Ann\n]\n', 'mentions: # none, says Ann\n  - id: x\n'],
      ['mentions: [\n  # reviewed\n]\n', 'mentions:\n  # reviewed\n  - id: x\n'],
      ['mentions: [\n  # a\n  ] # b\nz: 1\n', 'mentions:\n  # a\n  # b\n  - id: x\nz: 1\n'],
      ['mentions: # a\n  []\n', 'mentions: # a\n  - id: x\n'],
      ['{mentions: [ # a\n ]}\n', '{mentions: [{"id":"x"} # a\n ]}\n'],
    ] as const) {
      assert.equal(insertItem(before, 'mentions', 0, { id: 'x' }), after);
    }
  });

  it('takes no time over a hostile run of blanks', () => {
    const blanks = ' '.repeat(100_000);
    const text = `mentions:${blanks}[${blanks}]${blanks}#${blanks}\n`;
    const start = performance.now();
    insertItem(text, 'mentions', 0, { id: 'x' });
    assert(performance.now() - start < 1000);
  });

  it('leaves a comment at another indentation with the item below it', () => {
    const text = 'mentions:\n    # about a\n  - id: a\n# about b\n  - id: b\n';
    assert.equal(
      insertItem(text, 'mentions', 1, { id: 'x' }),
      text.replace('# about b', '  - id: x\n# about b'),
    );
    assert.equal(
      insertItem(text, 'mentions', 0, { id: 'x' }),
      text.replace('    # about a', '  - id: x\n    # about a'),
    );
  });

  it('fills a key without a value', () => {
    assert.equal(
      insertItem('source: a\nmentions: # none yet\nclaims:\n', 'mentions', 0, { id: 'x' }),
      'source: a\nmentions: # none yet\n  - id: x\nclaims:\n',
    );
  });

  it('makes a missing list at its canonical place', () => {
    assert.equal(
      insertItem('source: a\nclaims:\n  - id: c\nmine: x\n', 'mentions', 0, { id: 'x' }),
      'source: a\nmentions:\n  - id: x\nclaims:\n  - id: c\nmine: x\n',
    );
    assert.equal(
      insertItem('source: a', 'mentions', 0, { id: 'x' }),
      'source: a\nmentions:\n  - id: x\n',
    );
    assert.equal(
      insertItem('# empty\n', 'mentions', 0, { id: 'x' }),
      '# empty\nmentions:\n  - id: x\n',
    );
  });

  it('keeps the indentation and the line ends of the file', () => {
    assert.equal(
      insertItem('source: a\r\nmentions:\r\n- id: a\r\n', 'mentions', 1, { id: 'x', note: 'm' }),
      'source: a\r\nmentions:\r\n- id: a\r\n- id: x\r\n  note: m\r\n',
    );
    assert.equal(
      insertItem('mentions:\n      - id: a', 'mentions', 0, { id: 'x' }),
      'mentions:\n      - id: x\n      - id: a',
    );
  });

  it('writes into flow style as flow style', () => {
    assert.equal(
      insertItem('mentions: [{id: a}, {id: b}]\n', 'mentions', 1, { id: 'x' }),
      'mentions: [{id: a}, {"id":"x"}, {id: b}]\n',
    );
    assert.equal(
      insertItem('{source: a, mentions: []}\n', 'mentions', 0, { id: 'x' }),
      '{source: a, mentions: [{"id":"x"}]}\n',
    );
    assert.equal(
      insertItem('{source: a}\n', 'mentions', 0, { id: 'x' }),
      '{source: a, "mentions": [{"id":"x"}]}\n',
    );
  });

  it('quotes what a reader of YAML 1.1 or 1.2 would take for something else', () => {
    const odd = {
      id: '1e345678',
      a: '8',
      b: '2019-09-17',
      c: 'no',
      d: ' x',
      e: 'x\u00a0y',
      f: 'a\nb',
    };
    assert.equal(
      insertItem('', 'mentions', 0, odd),
      file(
        'mentions:',
        '  - id: "1e345678"',
        '    a: "8"',
        '    b: "2019-09-17"',
        '    c: "no"',
        '    d: " x"',
        '    e: "x\\u00a0y"',
        '    f: "a\\nb"',
      ),
    );
    const long = 'A line of a source that is longer than any editor would fold\n\nand another one';
    assert.equal(
      insertItem('', 'mentions', 0, { exact: long }),
      `mentions:\n  - exact: ${JSON.stringify(long)}\n`,
    );
  });

  it('never touches a file with errors', () => {
    for (const broken of [
      'a: [',
      'a: *x\n',
      '<<<<<<< HEAD\na: b\n=======\n',
      'a: 1\na: 2\n',
      '- x\n',
    ]) {
      assert.throws(() => insertItem(broken, 'mentions', 0, record), EditRefusedError, broken);
    }
  });
});

describe('removeItem', () => {
  const three = file(
    'source: a',
    'mentions:',
    '  # one',
    '  - id: a',
    '  - id: b  # two',
    '    note: n',
    '  - id: c',
    'claims: []',
  );

  it('removes the lines of the item alone', () => {
    assert.equal(
      removeItem(three, 'mentions', 1),
      three.replace('  - id: b  # two\n    note: n\n', ''),
    );
    assert.equal(removeItem(three, 'mentions', 0), three.replace('  - id: a\n', ''));
    assert.equal(removeItem(three, 'mentions', 2), three.replace('  - id: c\n', ''));
  });

  it('takes the key along with the last item, unless a comment would go too', () => {
    assert.equal(removeItem('source: a\nmentions:\n  - id: a\n', 'mentions', 0), 'source: a\n');
    assert.equal(
      removeItem('source: a\nmentions:\n  # mine\n  - id: a\n', 'mentions', 0),
      'source: a\nmentions:\n  # mine\n',
    );
  });

  it('removes from flow style', () => {
    assert.equal(removeItem('m: [{a: b}, {c: d}]', 'm', 0), 'm: [{c: d}]');
    assert.equal(removeItem('m: [{a: b}, {c: d}]', 'm', 1), 'm: [{a: b}]');
    assert.equal(removeItem('m: [{a: b}]', 'm', 0), 'm: []');
    assert.throws(() => removeItem('m: [{a: b}, # x\n {c: d}]', 'm', 0), EditRefusedError);
  });
});

describe('insertEntry', () => {
  it('keeps the registry sorted by id', () => {
    const registry = file(
      '# Missions',
      'a-1:',
      '  type: mission',
      '',
      '# about c',
      'c-3:',
      '  type: mission',
    );
    assert.equal(
      insertEntry(registry, 'b-2', { type: 'mission', aliases: ['B', 'b'] }),
      registry.replace(
        '# about c',
        'b-2:\n  type: mission\n  aliases:\n    - B\n    - b\n# about c',
      ),
    );
    assert.equal(insertEntry(registry, 'd-4', { name: 'D' }), `${registry}d-4:\n  name: D\n`);
    assert.equal(insertEntry('', 'd-4', { name: 'D' }), 'd-4:\n  name: D\n');
    assert.throws(() => insertEntry(registry, 'a-1', { name: 'A' }), EditRefusedError);
  });

  it('leaves the header of the file first', () => {
    for (const header of [
      '# Missions\n\n',
      '# yaml-language-server: $schema=x.json\n',
      '# Missions\n# yaml-language-server: $schema=x.json\n',
      '# Missions\n\n# vim: ts=2\n',
    ]) {
      for (const above of ['', '# about b\n', '  # odd\n']) {
        assert.equal(
          insertEntry(`${header}${above}b: {name: B}\n`, 'a', { name: 'A' }),
          `${header}a:\n  name: A\n${above}b: {name: B}\n`,
        );
      }
    }
  });
});
