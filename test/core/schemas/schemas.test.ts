/** The JSON Schemas for editors: they accept the corpus, and refuse what the readers refuse. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { type FileRole, checkCorpus, roleOf } from '../../../src/core';
import { World, lines } from '../world';

const names = {
  schema: 'schema.schema.json',
  entities: 'entities.schema.json',
  tensions: 'tensions.schema.json',
  annotations: 'annotations.schema.json',
} as const;

type YamlRole = keyof typeof names;

function readSchema(role: YamlRole): object {
  return JSON.parse(readFileSync(`schemas/${names[role]}`, 'utf8')) as object;
}

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
});
const validators = new Map<FileRole, ValidateFunction>(
  (Object.keys(names) as YamlRole[]).map((role) => [role, ajv.compile(readSchema(role))]),
);

/** The places of a file that its schema refuses, each once. */
function refusedIn(path: string, text: string): string[] {
  const validate = validators.get(roleOf(path));
  assert(validate, path);
  if (validate(parse(text))) return [];
  return [...new Set((validate.errors ?? []).map((error) => error.instancePath))];
}

async function codesIn(path: string, text: string): Promise<string[]> {
  const found = await checkCorpus(
    World.corpus({ [path]: text, 'seeds/z.txt': 'A source makes it a corpus.\n' }),
  );
  return found.map(({ code }) => code);
}

const a = 'annotations/a.yaml';
const entities = 'annotations/entities/mission.yaml';
const schema = 'annotations/schema.yaml';

function mention(...keys: string[]): string {
  return lines(
    'source: seeds/a.txt',
    'mentions:',
    '  - id: a1',
    ...keys.map((key) => `    ${key}`),
  );
}

function claim(...keys: string[]): string {
  return lines('source: seeds/a.txt', 'claims:', '  - id: a1', ...keys.map((key) => `    ${key}`));
}

function entity(...keys: string[]): string {
  return lines('moon:', ...keys.map((key) => `  ${key}`));
}

function property(key: string): string {
  return lines('properties:', '  signed-on:', `    ${key}`);
}

describe('The JSON Schemas', () => {
  const corpus = readdirSync('annotations', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `annotations/${name.replaceAll('\\', '/')}`);

  it('have something to accept', () => {
    assert(corpus.length > 10);
  });

  for (const path of corpus) {
    it(`accept ${path}`, () => {
      assert.deepEqual(refusedIn(path, readFileSync(path, 'utf8')), []);
    });
  }

  const accepted: [what: string, path: string, text: string][] = [
    ['a file of comments alone', a, '# nothing yet\n'],
    ['empty lists', a, lines('source: seeds/a.txt', 'mentions:', 'claims: []')],
    ['unknown keys', a, mention('entity: moon', 'exact: Moon', 'colour: grey')],
    ['text that looks like a number', a, mention('entity: chang-e-8', 'exact: 8')],
    ['segments', a, mention('entity: moon', 'segments:', '  - exact: the', '  - exact: Moon')],
    ['an occurrence', a, mention('entity: moon', 'exact: Moon', 'occurrence: 2')],
    ['attributes and a note', a, mention('entity: x', 'exact: x', 'note:', 'attributes: { n: 1 }')],
    [
      'a value that looks like a number',
      a,
      claim('subject: a', 'property: b', 'value: 2021', 'exact: x'),
    ],
    ['a single alias', entities, entity('type: place', 'name: Moon', 'aliases: Luna')],
    [
      'an id of digits and of other scripts',
      entities,
      '2021: { type: event, name: x }\n月: { type: place, name: 月 }\n',
    ],
    ['a single type as range', schema, property('range: place')],
    ['an unknown section', schema, 'labels: {}\n'],
  ];
  for (const [what, path, text] of accepted) {
    it(`accept ${what}`, () => {
      assert.deepEqual(refusedIn(path, text), []);
    });
  }

  const refused: [what: string, path: string, text: string, at: string, code: string][] = [
    ['a file without a source', a, 'mentions: []\n', '', 'missing-key'],
    ['a source outside of the corpus', a, 'source: /etc/passwd\n', '/source', 'source-missing'],
    ['a file that is a list', a, '- source: seeds/a.txt\n', '', 'wrong-shape'],
    ['mentions that are a map', a, 'source: x\nmentions: { a: b }\n', '/mentions', 'wrong-shape'],
    ['a mention that is a text', a, 'source: x\nmentions: [y]\n', '/mentions/0', 'wrong-shape'],
    ['a mention without an entity', a, mention('exact: Moon'), '/mentions/0', 'missing-key'],
    ['a mention without a quote', a, mention('entity: moon'), '/mentions/0', 'missing-key'],
    ['an empty quote', a, mention('entity: moon', 'exact: ""'), '/mentions/0/exact', 'bad-value'],
    [
      'an unknown kind',
      a,
      mention('entity: x', 'exact: x', 'kind: verb'),
      '/mentions/0/kind',
      'bad-value',
    ],
    [
      'an unknown role',
      a,
      mention('entity: x', 'exact: x', 'role: hero'),
      '/mentions/0/role',
      'bad-value',
    ],
    [
      'an occurrence of 0',
      a,
      mention('entity: x', 'exact: x', 'occurrence: 0'),
      '/mentions/0/occurrence',
      'bad-value',
    ],
    [
      'a segment without a quote',
      a,
      mention('entity: x', 'segments:', '  - prefix: x'),
      '/mentions/0/segments/0',
      'missing-key',
    ],
    [
      'a note that is a list',
      a,
      mention('entity: x', 'exact: x', 'note: [y]'),
      '/mentions/0/note',
      'wrong-shape',
    ],
    [
      'attributes that are a list',
      a,
      mention('entity: x', 'exact: x', 'attributes: [y]'),
      '/mentions/0/attributes',
      'wrong-shape',
    ],
    [
      'a claim without a value',
      a,
      claim('subject: x', 'property: y', 'exact: z'),
      '/claims/0',
      'missing-key',
    ],
    [
      'a rejection without a quote',
      a,
      'source: x\nrejected: [{ entity: y }]\n',
      '/rejected/0',
      'missing-key',
    ],
    [
      'a rejection of an unknown scope',
      a,
      'source: x\nrejected: [{ exact: y, scope: corpus }]\n',
      '/rejected/0/scope',
      'bad-value',
    ],
    ['an entity without a name', entities, entity('type: place'), '/moon', 'missing-key'],
    ['an entity that is a text', entities, 'moon: Moon\n', '/moon', 'wrong-shape'],
    [
      'a date without a value',
      entities,
      entity('type: date', 'name: today'),
      '/moon',
      'missing-key',
    ],
    [
      'aliases that are a map',
      entities,
      entity('type: place', 'name: Moon', 'aliases: { a: b }'),
      '/moon/aliases',
      'wrong-shape',
    ],
    ['an id in capitals', entities, 'Moon: { type: place, name: Moon }\n', '', 'bad-value'],
    ['types that are a list', schema, 'types: [place]\n', '/types', 'wrong-shape'],
    ['a type that is a text', schema, 'types: { place: Place }\n', '/types/place', 'wrong-shape'],
    [
      'a property that is single perhaps',
      schema,
      property('single: perhaps'),
      '/properties/signed-on/single',
      'bad-value',
    ],
    [
      'a modality that is hoped for',
      schema,
      property('modality: hoped-for'),
      '/properties/signed-on/modality',
      'bad-value',
    ],
    [
      'a range that is a map',
      schema,
      property('range: { a: b }'),
      '/properties/signed-on/range',
      'wrong-shape',
    ],
  ];
  for (const [what, path, text, at, code] of refused) {
    it(`refuse ${what}, as the readers do`, async () => {
      assert.deepEqual(refusedIn(path, text), [at]);
      const codes = await codesIn(path, text);
      assert(codes.includes(code), `${code} is not among ${codes.join(', ')}`);
    });
  }

  /** Keys that a reader asks a map for, such as `record.required('id')`. */
  const asked = /\.(?:has|node|text|texts|required|oneOf|items|textMap)\('([a-z0-9-]+)'/g;
  /** And lists and maps of records, such as `readRecords(root, 'mentions', …)`. */
  const listed = /\b(?:readRecords|section)\(\s*\w+,\s*'([a-z0-9-]+)'/g;

  function keysRead(...files: string[]): string[] {
    const code = files.map((file) => readFileSync(`src/core/format/${file}.ts`, 'utf8')).join('\n');
    const keys = [...code.matchAll(asked), ...code.matchAll(listed)].map(([, key = '']) => key);
    return [...new Set(keys)].sort();
  }

  /** Every key of which a schema says anything, and what it says of it. */
  function keysDescribed(schema: unknown): [key: string, said: object][] {
    if (typeof schema !== 'object' || schema === null) return [];
    return Object.entries(schema).flatMap(([keyword, value]) => {
      if (keyword !== 'properties' && keyword !== 'definitions') return keysDescribed(value);
      const named = Object.entries(value as Record<string, object>);
      const below = named.flatMap(([, one]) => keysDescribed(one));
      return keyword === 'properties' ? [...named, ...below] : below;
    });
  }

  function keyNames(role: YamlRole): string[] {
    return [...new Set(keysDescribed(readSchema(role)).map(([key]) => key))].sort();
  }

  it('describe each key that is read, and no other', () => {
    assert.deepEqual(keyNames('schema'), keysRead('readSchema'));
    assert.deepEqual(keyNames('annotations'), keysRead('readAnnotations'));
    const quoting = ['exact', 'occurrence', 'prefix', 'segments', 'suffix'];
    assert.deepEqual(keyNames('tensions'), [...keysRead('readTensions'), ...quoting].sort());
    // What reads `note` and `attributes` of mentions reads them of entities too.
    const shared = ['attributes', 'note'];
    assert.deepEqual(keyNames('entities'), [...keysRead('readEntities'), ...shared].sort());
  });

  it('say something of each key, for whoever hovers over it', () => {
    for (const role of Object.keys(names) as YamlRole[]) {
      for (const [key, said] of keysDescribed(readSchema(role))) {
        const isSaid = '$ref' in said || 'description' in said || 'const' in said;
        assert(isSaid, `${role}: ${key}`);
      }
    }
  });
});
