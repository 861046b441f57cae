import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Registry } from '../../../src/core';
import { builtinSchema } from '../../../src/core/format/builtinSchema';
import type { Entity } from '../../../src/core/model';
import { blocksOf } from '../../../src/core/recognise/blocks';
import { KnownNames } from '../../../src/core/recognise/knownNames';
import { bestOf } from '../../../src/core/recognise/bestOf';
import { TextFindings } from '../../../src/core/recognise/textFindings';

function entity(id: string, type: string, name: string, ...aliases: string[]): Entity {
  const place = { file: '', span: { start: 0, end: 0 }, values: new Map<string, never>() };
  return { id, type, name, aliases, sameAs: [], place };
}

const registryOf = (...entities: Entity[]) => new Registry(builtinSchema, entities);
const cnsa = entity('cnsa', 'organization', 'China National Space Administration', 'CNSA');
const names = new KnownNames(registryOf(cnsa));

const seeds = readdirSync('seeds').map((name) => readFileSync(`seeds/${name}`, 'utf8'));
const long = `${seeds.join('\n\n')}\n\n`.repeat(4);

/** Words and meanings, in text order. */
function brief(findings: TextFindings, known = names): string[] {
  const { text } = findings;
  return bestOf(findings.proposals(known), []).map(
    (one) => `${one.start} ${text.slice(one.start, one.end)}: ${one.entity ?? one.type}`,
  );
}

describe('blocksOf', () => {
  it('cuts any text into pieces of bounded length that joined are the text', () => {
    const piece = fc.constantFrom(
      'x',
      'One two. ',
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      '🚀',
      'y'.repeat(999),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('').repeat(9);
        const blocks = blocksOf(text);
        assert.equal(blocks.join(''), text);
        for (const block of blocks) assert(block.length > 0 && block.length <= 8000);
      }),
      { numRuns: 50 },
    );
  });

  it('cuts where no name goes on, if there is such a place', () => {
    const paragraph = `${'A word of it '.repeat(100)}end.\n\n`;
    for (const block of blocksOf(paragraph.repeat(20))) assert(block.endsWith('\n\n'));
  });
});

describe('findings in a text that is edited', () => {
  it('are the same as in the text anew, where the edit is no evidence for others', () => {
    const at = long.indexOf('\n\n', long.length / 2) + 2;
    const whole = TextFindings.in(long);
    const text = `${long.slice(0, at)}The CNSA met in Berlin on 3 May 2021. ${long.slice(at)}`;
    const quick = whole.edited(text);
    assert.equal(quick.isWhole, false);
    assert.deepEqual(brief(quick), brief(TextFindings.in(text)));
    assert.equal(
      brief(quick).filter((one) => /^\d+ (CNSA: cnsa|Berlin: place|3 May 2021: date)$/.test(one))
        .length,
      brief(whole).filter((one) => /^\d+ CNSA: cnsa$/.test(one)).length + 3,
    );
  });

  it('lie in the text, never over each other, through any edits', () => {
    const edit = fc.record({
      at: fc.nat(long.length),
      length: fc.constantFrom(0, 0, 1, 40, 9000),
      text: fc.constantFrom('', 'x', ' ', '\n\n', 'Dr. Ada Byron (AB) ', long.slice(0, 5000)),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = long;
        let findings = TextFindings.in(text);
        for (const { at, length, text: written } of edits) {
          text = text.slice(0, at) + written + text.slice(at + length);
          findings = findings.edited(text);
          assert.equal(findings.text, text);
        }
        let end = 0;
        for (const one of bestOf(findings.proposals(names), [])) {
          assert(one.start >= end && one.end > one.start && one.end <= text.length);
          end = one.end;
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('KnownNames', () => {
  it('follow a registry: names come, go and are of others', () => {
    const known = new KnownNames(registryOf(cnsa));
    const found = () => brief(TextFindings.in('The CNSA and the Freedonia Club met.'), known);
    const first = known.version;
    assert.deepEqual(found(), ['4 CNSA: cnsa', '17 Freedonia Club: organization']);
    known.update(registryOf(cnsa, entity('club', 'organization', 'Freedonia Club')));
    assert.notEqual(known.version, first);
    assert.deepEqual(found(), ['4 CNSA: cnsa', '17 Freedonia Club: club']);
    known.update(registryOf(entity('club', 'organization', 'Freedonia Club')));
    assert.deepEqual(found(), ['4 CNSA: organization', '17 Freedonia Club: club']);
    const second = known.version;
    known.update(registryOf(entity('club', 'organization', 'Freedonia Club')));
    assert.equal(known.version, second);
  });
});
