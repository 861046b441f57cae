import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { renameName } from '../../../src/core';
import { World, lines, moonWorld } from '../world';
import { refactored } from './refactored';

const path = 'annotations/entities/mission.yaml';

async function renamed(text: string, name: string, keepsOld = true): Promise<string> {
  const files = { ...moonWorld(), [path]: text };
  const { after } = await refactored(files, (corpus) =>
    renameName(corpus, 'chang-e-7', name, keepsOld),
  );
  return after[path] ?? '';
}

describe('renaming an entity', () => {
  it('changes its name and keeps the old one as an alias', async () => {
    const { diff, label, trouble } = await refactored(moonWorld(), (corpus) =>
      renameName(corpus, 'chang-e-7', ' CE-7 ', true),
    );
    assert.equal(label, "Rename “Chang'e 7” to “CE-7”");
    assert.deepEqual(diff, [
      `${path}:`,
      "-   name: Chang'e 7",
      '+   name: CE-7',
      "+     - Chang'e 7",
    ]);
    assert.deepEqual(trouble, []);
  });

  it('takes a name from the aliases, where the old one comes in its place', async () => {
    const text = moonWorld()[path] ?? '';
    assert.equal(
      await renamed(text, 'Chang’e-7'),
      text
        .replace("name: Chang'e 7", 'name: X')
        .replace('- Chang’e-7', "- Chang'e 7")
        .replace('name: X', 'name: Chang’e-7'),
    );
    assert.equal(
      await renamed(text, 'Chang’e-7', false),
      text.replace("name: Chang'e 7\n  aliases:\n    - Chang’e-7", 'name: Chang’e-7'),
    );
  });

  it('writes aliases in whatever way they are written, or behind the name', async () => {
    const entry = (aliases: string) =>
      lines(
        'chang-e-7:',
        '  type: mission',
        '  name: "A" # so called',
        ...(aliases ? [aliases] : []),
        '  note: x',
      );
    const b = (aliases: string) => entry(aliases).replace('"A"', 'B');
    assert.equal(await renamed(entry(''), 'B'), b('  aliases:\n    - A'));
    assert.equal(await renamed(entry('  aliases: C # c'), 'B'), b('  aliases: [C, A] # c'));
    assert.equal(await renamed(entry('  aliases: [C, D]'), 'B'), b('  aliases: [C, D, A]'));
    assert.equal(await renamed(entry('  aliases: []'), 'B'), b('  aliases: [A]'));
    assert.equal(await renamed(entry('  aliases: [B, C]'), 'B'), b('  aliases: [A, C]'));
    assert.equal(await renamed(entry('  aliases: [B, C]'), 'B', false), b('  aliases: [C]'));
    assert.equal(
      await renamed(entry('  aliases:\n  - C # c\n  # d'), 'B'),
      b('  aliases:\n  - C # c\n  - A\n  # d'),
    );
    assert.equal(await renamed(entry('  aliases: B'), 'B'), b('  aliases: A'));
    assert.equal(
      await renamed('chang-e-7: {type: mission, name: A, note: x}\n', 'B'),
      'chang-e-7: {type: mission, name: B, aliases: ["A"], note: x}\n',
    );
    assert.equal(
      await renamed('chang-e-7: {type: mission, name: A, aliases: [C]}\n', 'B'),
      'chang-e-7: {type: mission, name: B, aliases: [C, A]}\n',
    );
  });

  it('is refused with a reason', async () => {
    const rename = (id: string, name: string) =>
      renameName(World.corpus(moonWorld()), id, name, true);
    await assert.rejects(rename('nobody', 'X'), {
      message: 'The registry has no entity “nobody”.',
    });
    await assert.rejects(rename('cnsa', ' '), { message: 'An entity needs a name.' });
    await assert.rejects(rename('chang-e-7', "Chang'e 7"), {
      message: "“Chang'e 7” is its name already.",
    });
    const comment = lines(
      'chang-e-7:',
      '  type: mission',
      '  name: A',
      '  aliases:',
      '    - B # kept',
      '  note: x',
    );
    await assert.rejects(renamed(comment, 'B', false), {
      message: `${path} cannot be changed: A comment stands within “aliases”, which would go; move it first.`,
    });
  });
});
