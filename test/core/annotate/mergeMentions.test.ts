import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Corpus, type Mention, type Placed, mergeMentions } from '../../../src/core';
import { World, lines, moonWorld } from '../world';

const source = 'seeds/a.txt';

async function mentionOf(corpus: Corpus, id: string): Promise<Placed<Mention>> {
  const resolved = await corpus.source(source);
  const found = resolved?.placed.find(({ record }) => record.id === id);
  assert(found, id);
  return found;
}

/** A corpus in which the file says what is given after its first line. */
function corpusWith(text: string, ...records: string[]): Corpus {
  const files = moonWorld();
  files[source] = text;
  files['annotations/a.yaml'] = lines(`source: ${source}`, ...records);
  return World.corpus(files);
}

describe('mergeMentions', () => {
  it('has the first record cover all words, with role and notes', async () => {
    const corpus = corpusWith(
      'The CNSA, the agency, spoke.\n',
      'mentions:',
      '  - id: m1',
      '    entity: cnsa',
      '    exact: CNSA',
      '    checked: yes',
      '    note: One.',
      '  # The other.',
      '  - {id: m2, entity: mou-2021, exact: spoke}',
      '  - {id: m3, entity: cnsa, role: definition, exact: the agency, note: Two.}',
    );
    const all = [await mentionOf(corpus, 'm3'), await mentionOf(corpus, 'm1')];
    const { after } = await mergeMentions(corpus, source, all);
    assert.equal(
      after,
      lines(
        `source: ${source}`,
        'mentions:',
        '  - id: m1',
        '    entity: cnsa',
        '    role: definition',
        '    exact: CNSA, the agency',
        '    prefix: "The "',
        '    suffix: ", spoke."',
        '    checked: yes',
        '    note: One. Two.',
        '  # The other.',
        '  - {id: m2, entity: mou-2021, exact: spoke}',
      ),
    );
  });

  it('refuses where a comment, a key or a kind would be lost', async () => {
    const refused = async (other: string, message: string) => {
      const corpus = corpusWith(
        'The CNSA, the agency, spoke.\n',
        'mentions:',
        '  - {id: m1, entity: cnsa, exact: CNSA}',
        other,
      );
      const all = [await mentionOf(corpus, 'm1'), await mentionOf(corpus, 'm2')];
      await assert.rejects(mergeMentions(corpus, source, all), { message });
    };
    const record = '{id: m2, entity: cnsa, exact: the agency';
    await refused(`  - ${record}} # sure`, 'The comment “# sure” would be lost; move it first.');
    await refused(
      `  - ${record}, checked: yes}`,
      'The mention “the agency” has a key “checked” that would be lost; move it by hand first.',
    );
    await refused(
      `  - ${record}, kind: nominal}`,
      'The mention “CNSA” is of the kind “name”, and “the agency” of the kind “nominal”; give both the same kind first.',
    );
  });

  it('refuses mentions of two entities, and a single one', async () => {
    const corpus = World.corpus(moonWorld());
    const [one, other] = [await mentionOf(corpus, 'a1'), await mentionOf(corpus, 'a2')];
    await assert.rejects(mergeMentions(corpus, source, [one, other]), /of one entity/);
    await assert.rejects(mergeMentions(corpus, source, [one]), /two mentions/);
  });
});
