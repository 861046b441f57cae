import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contextAt } from '../../../../src/core/features/yaml/context';
import { lines } from '../../world';

const isList = (path: readonly string[]) =>
  ['entities', 'aliases', 'domain'].includes(path.at(-1) ?? '');

/** The context at the `|` in some lines, told in one line: path, key, what is typed, siblings. */
function at(...text: string[]): string | undefined {
  const marked = lines(...text);
  const offset = marked.indexOf('|');
  const whole = marked.replace('|', '');
  const context = contextAt(whole, offset, isList);
  if (!context) return undefined;
  const { path, key, typed, end, siblings } = context;
  const word = `${whole.slice(typed.start, typed.end)}|${whole.slice(offset, end)}`;
  const beside = [...siblings].map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  return `${path.join('.')} ${key ?? '?'} <${word}> ${beside.sort().join(' ')}`.trimEnd();
}

describe('contextAt', () => {
  it('finds a key to be written at the top', () => {
    assert.equal(at('|'), ' ? <|>');
    assert.equal(at('|', 'source: seeds/a.txt'), ' ? <|> source=seeds/a.txt');
    assert.equal(
      at('source: seeds/a.txt', 'men|', 'claims:'),
      ' ? <men|> claims source=seeds/a.txt',
    );
  });

  it('finds the value of a key, with the keys beside it', () => {
    const text = [
      'mentions:',
      '  - id: a1',
      '    entity: chang|e',
      '    exact: "Chang’e-7"',
      '  - id: a2',
    ];
    assert.equal(at(...text), 'mentions entity <chang|e> exact=Chang’e-7 id=a1');
    assert.equal(at('mentions:', '  - entity: |', '    id: a1'), 'mentions entity <|> id=a1');
    assert.equal(
      at('mentions:', '- id: a0', '- id: a1', '  entity: x|'),
      'mentions entity <x|> id=a1',
    );
  });

  it('finds a key to be written in a record, new or old', () => {
    assert.equal(at('mentions:', '  - |'), 'mentions ? <|>');
    assert.equal(
      at('mentions:', '  - id: a1', '    ki|', '    exact: x'),
      'mentions ? <ki|> exact=x id=a1',
    );
    assert.equal(at('mentions:', '  - id: a1', '    |'), 'mentions ? <|> id=a1');
    assert.equal(at('mentions:', '  - id: a1', '    ki|nd: name'), undefined);
    assert.equal(at('mentions:', '  - id: a1', '|'), ' ? <|> mentions');
  });

  it('finds what is nested', () => {
    const segments = [
      'mentions:',
      '  - id: a1',
      '    segments:',
      '      - exact: x',
      '        pre|',
    ];
    assert.equal(at(...segments), 'mentions.segments ? <pre|> exact=x');
    const quotes = ['one:', '  entities: [a]', '  quotes:', '    - exact: x', '      source: |'];
    assert.equal(at('zero:', '  statement: x', ...quotes), 'one.quotes source <|> exact=x');
    const schema = [
      'types:',
      '  a: {label: A}',
      'properties:',
      '  party:',
      '    label: x',
      '    range: |',
    ];
    assert.equal(at(...schema), 'properties.party range <|> label=x');
  });

  it('finds an item of a list of texts, in either style', () => {
    const item = ['one:', '  statement: s', '  entities:', '    - a', '    - b|'];
    assert.equal(at(...item), 'one entities <b|> statement=s');
    assert.equal(
      at('one:', '  entities:', '  - |', '  statement: s'),
      'one entities <|> statement=s',
    );
    assert.equal(at('one:', '  entities: [a, "b|c", d]'), 'one entities <b|c>');
    assert.equal(at('one: {statement: s, entities: [a, |]}'), 'one entities <|> statement=s');
  });

  it('finds keys and values within braces', () => {
    const claim = ['claims:', '  - {id: a1, subject: x, property: |, value: "a, b", exact: y}'];
    assert.equal(at(...claim), 'claims property <|> exact=y id=a1 subject=x value=a, b');
    assert.equal(at('claims:', '  - {id: a1, sub|}'), 'claims ? <sub|> id=a1');
    assert.equal(at('moon: {name: Moon, type: pl|}'), 'moon type <pl|> name=Moon');
    assert.equal(at('{mentions: [{id: a1, entity: x|'), 'mentions entity <x|> id=a1');
  });

  it('goes by the lines even in a broken file', () => {
    const text = ['mentions: ]', 'claims:', '  - id: "a1', '  - subject: a', '    property: sig|'];
    assert.equal(at(...text), 'claims property <sig|> subject=a');
  });

  it('passes over comments and blank lines, and says nothing within one', () => {
    const text = [
      'mentions: # all',
      '',
      '  # one',
      '  - id: a1 # x',
      '# odd',
      '    entity: |  # y',
    ];
    assert.equal(at(...text), 'mentions entity <|> id=a1');
    assert.equal(at('mentions: # |'), undefined);
    assert.equal(at('  - exact: "a # b|"'), ' exact <a # b|>');
  });

  it('takes the text in quotation marks without them', () => {
    assert.equal(at('mentions:', '  - entity: "cha|nge"'), 'mentions entity <cha|nge>');
  });

  it('is not slowed by any line', () => {
    const started = performance.now();
    for (const long of [
      '- '.repeat(50_000),
      ' '.repeat(100_000),
      '{'.repeat(50_000),
      'a'.repeat(1e5),
      'a:'.repeat(5e4),
    ]) {
      at('mentions:', long, `  ${long}|`);
    }
    assert(performance.now() - started < 3000);
  });
});
