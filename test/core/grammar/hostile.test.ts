import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { IGrammar } from 'vscode-textmate';
import { depthAfter, loadSeedGrammar } from './tokens';

const length = 100_000;

/** What a line may be filled with: each construct's beginning, and what its pattern repeats. */
const fillings: Readonly<Record<string, readonly string[]>> = {
  'one character': [
    'a',
    'A',
    '1',
    ' ',
    '.',
    '-',
    '"',
    '“',
    '”',
    '«',
    '‘',
    '’',
    "'",
    '(',
    '*',
    '香',
  ],
  words: ['a ', 'A ', 'Ab. ', 'AB, ', 'The ', 'a-', 'a’', '. "'],
  quotations: ['“a ', '“a” ', '“«', '“‘', '‘a', '‘a’s ', '"a ', '「', '„'],
  dates: [
    '2021-',
    '2021–',
    '12 ',
    'March ',
    'March 1, ',
    '1 March',
    'Mon, ',
    'in 2021 ',
    '1/1/',
    '年',
  ],
  lines: ['Credit: ', '. Credit: ', 'By A ', 'AB, March ', '/TASS/', '• ', '1. ', '<!--', '- '],
  links: ['a.', 'a.com ', 'a.com/', 'www.', 'https://', 'https://.'],
};

describe('The grammar on hostile lines', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadSeedGrammar();
  });

  for (const [kind, units] of Object.entries(fillings)) {
    it(`reads ${length} characters of ${kind} to the end, with few rules open`, () => {
      for (const unit of units) {
        const line = unit.repeat(length / unit.length);
        for (const start of ['', 'Some text. “x']) {
          assert.ok(depthAfter(grammar, start + line) <= 6, JSON.stringify(start + unit));
        }
      }
    }).timeout(120_000);
  }
});
