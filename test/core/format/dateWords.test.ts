import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isEdtf } from '../../../src/core';
import { dateInWords } from '../../../src/core/format/dateWords';

describe('dateInWords', () => {
  const cases: [edtf: string, words: string][] = [
    ['2021', '2021'],
    ['2021-03', 'March 2021'],
    ['2021-03-09', '9 March 2021'],
    ['2021-03-09T12:30:00Z', '9 March 2021, 12:30:00 UTC'],
    ['2021-03?', 'March 2021 (uncertain)'],
    ['2021~', '2021 (approximate)'],
    ['2021-03-09%', '9 March 2021 (approximate and uncertain)'],
    ['2021?-03', 'March 2021 (in part uncertain)'],
    ['2021-~03', 'March 2021 (in part approximate)'],
    ['202X', '2020s'],
    ['20XX', '2000–2099'],
    ['2021-XX', '2021, month unknown'],
    ['2021-XX-XX', '2021, month unknown'],
    ['2021-03-XX', 'March 2021, day unknown'],
    ['2021-1X', '2021-1X'],
    ['2021-XX-09', '2021-XX-09'],
    ['2021-21', 'spring 2021'],
    ['2021-32', 'southern winter 2021'],
    ['2026-41', 'second half of 2026'],
    ['2026-34', 'second quarter of 2026'],
    ['2018/2022', '2018 to 2022'],
    ['2021-03/2021-05~', 'March 2021 to May 2021 (approximate)'],
    ['2021/..', 'from 2021'],
    ['2021/', 'from 2021, end unknown'],
    ['../2035', 'until 2035'],
    ['/2035', 'until 2035, beginning unknown'],
    ['[2021,2023]', 'one of 2021, 2023'],
    ['{2021-03,2021-05..2021-07}', 'all of March 2021, May 2021 … July 2021'],
    ['-0043', '-0043'],
    ['Y17000', 'Y17000'],
  ];
  for (const [edtf, words] of cases) {
    it(`says ${edtf} as ${words}`, () => {
      assert(isEdtf(edtf));
      assert.equal(dateInWords(edtf), words);
    });
  }

  it('leaves what is no date as it is', () => {
    for (const text of ['', 'soon', '2021-13', '1/2/3', 'next spring']) {
      assert.equal(dateInWords(text), text);
    }
  });
});
