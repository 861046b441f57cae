import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus, FollowedText, checkCorpus, storeFollowed } from '../../../src/core';
import { hashOf } from '../../../src/core/hash';
import { World, lines, moonWorld } from '../world';

const source = 'seeds/a.txt';
const yaml = 'annotations/a.yaml';
const tensions = 'annotations/tensions.yaml';

/** The moon world with the hash of its first source, and with further files. */
function hashedWorld(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const files = { ...moonWorld(), ...more };
  files[yaml] = (files[yaml] ?? '').replace(
    /^source: .*\n/,
    `source: ${source}\nsha256: ${hashOf(files[source] ?? '')}\n`,
  );
  return files;
}

/** Replaces words, one after another, as somebody does who edits: all of these steps are seen. */
function typed(text: string, steps: readonly (readonly [string, string])[]): FollowedText {
  return steps.reduce((followed, [words, newText]) => {
    const start = followed.text().indexOf(words);
    assert(start >= 0, `“${words}” is not there`);
    return followed.edited([{ start, end: start + words.length, newText }]);
  }, new FollowedText(text));
}

/** Edits the first source and saves it: the lines of its YAML that went and came. */
async function saved(
  files: Readonly<Record<string, string>>,
  ...steps: readonly (readonly [string, string])[]
) {
  const world = new World(files);
  const corpus = new Corpus(world);
  const followed = typed(files[source] ?? '', steps);
  const text = followed.text();
  world.write(source, text);
  const changes = await storeFollowed(corpus, source, followed);
  const diff = changes.flatMap(({ path, before = '', after }) => {
    world.write(path, after);
    return difference(before, after).map((line) => line.replace(hashOf(text), '(new hash)'));
  });
  const codes = (await checkCorpus(new Corpus(world)))
    .map(({ code }) => code)
    .filter((code) => code !== 'contradiction');
  return { diff, codes, world, text };
}

function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line) && !line.startsWith('sha256'));
  return [
    ...gone.map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

describe('storing what edits did to the quotes of a source', () => {
  it('changes nothing where nothing was edited, or everything taken back', async () => {
    assert.deepEqual((await saved(hashedWorld())).diff, []);
    const { diff } = await saved(
      hashedWorld(),
      ['CNSA and Roscosmos', 'NASA'],
      ['NASA', 'CNSA and Roscosmos'],
    );
    assert.deepEqual(diff, []);
  });

  it('changes the hash alone where the edit is far from all quotes', async () => {
    const files = hashedWorld();
    files[source] = `${files[source] ?? ''}Nothing is quoted here.\n`;
    files[yaml] = (files[yaml] ?? '').replace(
      /sha256: .*/,
      `sha256: ${hashOf(files[source] ?? '')}`,
    );
    const { diff, codes } = await saved(files, ['Nothing is', 'Nothing at all is']);
    assert.deepEqual(diff, ['+ sha256: (new hash)']);
    assert.deepEqual(codes, []);
  });

  it('stores the quote anew whose words were edited, and those whose context that was', async () => {
    const { diff, codes } = await saved(hashedWorld(), ['Roscosmos', 'the Roscosmos agency']);
    assert.deepEqual(diff, [
      '-     suffix: " and Roscosmos signed a"',
      '-     prefix: "CNSA and Roscosmos signed "',
      '-     prefix: "CNSA and Roscosmos "',
      '+ sha256: (new hash)',
      '+     suffix: " and the Roscosmos agency"',
      '+     prefix: "Roscosmos agency signed "',
      '+     prefix: "and the Roscosmos agency "',
    ]);
    assert.deepEqual(codes, []);
    const within = await saved(hashedWorld(), ['memorandum', 'memo']);
    assert(within.diff.includes('+     exact: a memo'));
    assert(within.diff.includes('+     exact: signed a memo on March 9, 2021'));
    assert.deepEqual(within.codes, []);
  });

  it('takes back what was stored when the edit is taken back and saved', async () => {
    const files = hashedWorld();
    const first = await saved(files, ['Roscosmos', 'the Roscosmos agency']);
    const changed = {
      ...files,
      [source]: first.text,
      [yaml]: (await first.world.read(yaml)) ?? '',
    };
    const second = await saved(changed, ['the Roscosmos agency', 'Roscosmos']);
    const stored = (await second.world.read(yaml)) ?? '';
    assert.match(stored, new RegExp(hashOf(files[source] ?? '')));
    assert.deepEqual(second.codes, []);
  });

  it('does not touch what the edit took out, nor the hash that it stands by', async () => {
    const { diff, codes } = await saved(hashedWorld(), ['CNSA and ', '']);
    assert.deepEqual(
      diff.filter((line) => line.startsWith('+')),
      [
        // Contexts that are gone; the mention of CNSA stays as it was.
        '+     prefix: "Roscosmos signed "',
        '+     prefix: "Roscosmos "',
      ],
    );
    assert.deepEqual(codes, ['anchor-lost']);
  });

  it('leaves to people what other words were put in the place of', async () => {
    const { diff, codes } = await saved(hashedWorld(), ['CNSA', 'India']);
    assert(!diff.some((line) => line.includes('exact: India')));
    assert.deepEqual(codes, ['anchor-lost']);
    const typography = await saved(hashedWorld(), ['Chang’e-7', "Chang'e-7"]);
    assert(typography.diff.includes("+     exact: Chang'e-7"));
    assert.deepEqual(typography.codes, []);
  });

  it('tells a quote again that an edit elsewhere made one of two', async () => {
    const { diff, codes, world } = await saved(hashedWorld(), [
      'China plans',
      'CNSA and Roscosmos signed a memorandum on March 9, 2021.\nChina plans',
    ]);
    assert.deepEqual(codes, []);
    const [, , mention] = ((await world.read(yaml)) ?? '').split('  - id: ');
    assert.match(mention ?? '', /exact: CNSA\n {4}prefix: "\\n"\n/);
    assert(diff.includes('+ sha256: (new hash)'));
  });

  it('stores nothing of a place that was a guess before the edit', async () => {
    const files = hashedWorld();
    // Somebody changed the source elsewhere: “memorandum” is found by what stands around it.
    files[source] = (files[source] ?? '').replace('memorandum', 'memorandun');
    const { diff } = await saved(files, ['Roscosmos', 'The Roscosmos agency']);
    assert(!diff.some((line) => line.includes('memorandun')));
    assert(!diff.some((line) => line.includes('(new hash)')));
  });

  it('leaves a file whose YAML has errors as it is', async () => {
    const files = hashedWorld();
    files[yaml] = `${files[yaml] ?? ''}broken: [\n`;
    assert.deepEqual((await saved(files, ['memorandum', 'memo'])).diff, []);
  });

  it('keeps a mention that was made while the source was not saved', async () => {
    const files = hashedWorld();
    files[yaml] = (files[yaml] ?? '').replace(
      'claims:\n',
      lines(
        '  - id: new',
        '    entity: cnsa',
        '    exact: Luna',
        '    suffix: " came to the Moon and stayed."',
        'claims:',
      ),
    );
    const { diff, codes } = await saved(files, [
      '2021.',
      '2021. Then Luna came to the Moon and stayed.',
    ]);
    assert.deepEqual(
      diff.filter((line) => /exact|prefix/.test(line)),
      [],
    );
    assert.deepEqual(codes, []);
  });

  it('follows a paragraph that was cut here and pasted there', async () => {
    const { diff, codes } = await saved(
      hashedWorld(),
      ['China plans to launch the Chang’e-7 probe first.\n\n', ''],
      ['2021.\n', '2021.\nChina plans to launch the Chang’e-7 probe first.\n'],
    );
    assert.deepEqual(diff, ['+ sha256: (new hash)']);
    assert.deepEqual(codes, []);
  });

  it('stores the quotes of tensions too', async () => {
    const files = hashedWorld({
      [tensions]: lines(
        'one:',
        '  entities: [mou-2021]',
        '  statement: It is so.',
        '  quotes:',
        `    - {source: ${source}, exact: a memorandum, prefix: "signed "}`,
        '    - {source: seeds/b.txt, exact: The memorandum}',
      ),
    });
    const { diff, codes } = await saved(files, ['memorandum', 'memo']);
    assert(diff.some((line) => /^\+ .*exact: "?a memo"?,/.test(line)));
    assert.deepEqual(codes, []);
  });

  it('reads CRLF as LF', async () => {
    const files = hashedWorld();
    files[source] = (files[source] ?? '').replaceAll('\n', '\r\n');
    const { diff, codes } = await saved(files, ['memorandum', 'memo']);
    assert(diff.includes('+     exact: a memo'));
    assert.deepEqual(codes, []);
  });
});
