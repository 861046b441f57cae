import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dateExpressions } from '../../../src/core/recognise/dateExpressions';
import { datelineOf } from '../../../src/core/recognise/dateline';

function dates(text: string, dateline?: string): [string, string | undefined][] {
  const from = dateline === undefined ? undefined : datelineOf([{ value: dateline }]);
  return dateExpressions(text, from).map(({ start, end, value }) => [
    text.slice(start, end),
    value,
  ]);
}

describe('date expressions', () => {
  it('have the value that they give', () => {
    assert.deepEqual(
      dates(
        'On 17 September 2019, on Tuesday, April 9, 2024, in March 2021, since 2017, 2024-05-06, ' +
          'in the second half of 2026, in the third quarter of 2025, in spring 2020, the 2000s, ' +
          'for 2018-2022, March 9-11, 2021 and in late 2020.',
      ),
      [
        ['17 September 2019', '2019-09-17'],
        ['Tuesday, April 9, 2024', '2024-04-09'],
        ['March 2021', '2021-03'],
        ['2017', '2017'],
        ['2024-05-06', '2024-05-06'],
        ['second half of 2026', '2026-41'],
        ['third quarter of 2025', '2025-35'],
        ['spring 2020', '2020-21'],
        ['2000s', '200X'],
        ['2018-2022', '2018/2022'],
        ['March 9-11, 2021', '2021-03-09/2021-03-11'],
        ['late 2020', '2020-10~/2020-12'],
      ],
    );
  });

  it('without a year take it from the dateline, the nearest one that fits the weekday', () => {
    const text = 'It was signed on December 20 and takes effect on Monday, January 8.';
    assert.deepEqual(dates(text, '2024-01-05'), [
      ['December 20', '2023-12-20'],
      ['Monday, January 8', '2024-01-08'],
    ]);
    assert.deepEqual(dates('On Sunday, January 8', '2024-01-05'), [
      ['Sunday, January 8', undefined],
    ]);
    assert.deepEqual(dates(text), [
      ['December 20', undefined],
      ['Monday, January 8', undefined],
    ]);
  });

  it('have no value where they are relative', () => {
    assert.deepEqual(dates('On Tuesday evening and in March this year'), [
      ['Tuesday evening', undefined],
      ['March this year', undefined],
    ]);
  });

  it('are no numbers, amounts or words', () => {
    assert.deepEqual(dates('Of 2000 people, $2024, 1,999 and May I march to 2.2020? He may.'), []);
  });

  it('have no value where there is no such day', () => {
    assert.deepEqual(dates('On 31 February 2021'), [['31 February 2021', undefined]]);
  });
});
