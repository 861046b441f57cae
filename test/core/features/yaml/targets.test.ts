import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { targetAt, targetsOf } from '../../../../src/core';
import { builtinSchema } from '../../../../src/core/format/builtinSchema';
import { parseFile } from '../../../../src/core/corpus/parsedFile';
import { lines, moonWorld } from '../../world';

/** Each target as `kind words`, with `*` where the thing itself is stated. */
async function targetsIn(path: string, text: string): Promise<string[]> {
  const file = await parseFile(path, text);
  return targetsOf(file, file.schema ?? builtinSchema).map((target) => {
    const name = target.kind === 'quote' ? 'quote' : target.kind;
    const isEntry = 'isEntry' in target && target.isEntry;
    return `${name}${isEntry ? '*' : ''} ${file.text.slice(target.span)}`;
  });
}

describe('targetsOf', () => {
  it('finds ids, properties, the source and the quotes of an annotation file', async () => {
    const text = lines(
      'source: seeds/a.txt',
      'mentions:',
      '  - id: a1',
      '    entity: "cnsa"   # an agency',
      '    exact: CNSA',
      '    prefix: "by "',
      'claims:',
      '  - {id: a2, subject: mou-2021, property: party, value: cnsa, exact: signed}',
      '  - {id: a3, subject: mou-2021, property: signed-on, value: 2021, exact: in 2021}',
      'rejected:',
      '  - entity: moon',
      '    segments:',
      '      - exact: moon',
      '      - exact: light',
    );
    assert.deepEqual(await targetsIn('annotations/a.yaml', text), [
      'source seeds/a.txt',
      'quote a1',
      'entity "cnsa"',
      'quote CNSA',
      'quote "by "',
      'quote a2',
      'entity mou-2021',
      'property party',
      'entity cnsa',
      'quote signed',
      'quote a3',
      'entity mou-2021',
      'property signed-on',
      'quote in 2021',
      'entity moon',
      'quote - exact: moon\n      - exact: light',
    ]);
  });

  it('finds entries and types of the registry', async () => {
    const text = moonWorld()['annotations/entities/mission.yaml'] ?? '';
    assert.deepEqual(await targetsIn('annotations/entities/mission.yaml', text), [
      'entity* chang-e-7',
      'type mission',
    ]);
  });

  it('finds entities, sources and quotes of tensions, in a list or alone', async () => {
    const quotes = ['  quotes:', '    - source: seeds/a.txt', '      exact: CNSA'];
    const text = lines(
      'one:',
      '  entities: [cnsa, moon]',
      '  statement: It is so.',
      ...quotes,
      'two:',
      '  entities: cnsa',
      '  statement: It is not so.',
      ...quotes,
    );
    const quoted = ['source seeds/a.txt', 'quote CNSA'];
    assert.deepEqual(await targetsIn('annotations/tensions.yaml', text), [
      ...['entity cnsa', 'entity moon', ...quoted],
      ...['entity cnsa', ...quoted],
    ]);
  });

  it('finds entries, domains and ranges of the schema', async () => {
    const text = lines(
      'types:',
      '  agreement:',
      '    label: Agreement',
      'properties:',
      '  party:',
      '    domain: [agreement]',
      '    range: agreement',
      '  signed-on:',
      '    domain:',
      '      - agreement',
      '    range: date',
    );
    assert.deepEqual(await targetsIn('annotations/schema.yaml', text), [
      'type* agreement',
      'property* party',
      'type agreement',
      'type agreement',
      'property* signed-on',
      'type agreement',
    ]);
  });

  it('finds what is whole in a broken file', async () => {
    const text = lines('mentions:', '  - {id: a1, entity: cnsa, exact: CNSA}', 'claims: ]');
    assert.deepEqual(await targetsIn('annotations/a.yaml', text), [
      'quote a1',
      'entity cnsa',
      'quote CNSA',
    ]);
  });
});

describe('targetAt', () => {
  const kindsAt = async (...offsets: number[]) => {
    const text = 'moon: {type: place, name: Moon}\n';
    const file = await parseFile('annotations/entities/x.yaml', text);
    return offsets.map((offset) => targetAt(file, builtinSchema, offset)?.kind);
  };

  it('finds what holds the offset, or ends there', async () => {
    assert.deepEqual(await kindsAt(0, 2, 4), ['entity', 'entity', 'entity']);
    assert.deepEqual(await kindsAt(13, 18), ['type', 'type']);
  });

  it('finds nothing elsewhere', async () => {
    assert.deepEqual(await kindsAt(5, 19, 26, 999), [undefined, undefined, undefined, undefined]);
  });
});
