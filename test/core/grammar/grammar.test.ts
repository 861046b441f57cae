import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import type { IGrammar } from 'vscode-textmate';
import { loadSeedGrammar, marked, marks } from './tokens';

const quote = 'meta.quotation string.quoted.mark punctuation.definition.quote';
const date = 'meta.date';
const label = 'comment.line.label';
const bullet = 'punctuation.definition.list.begin.markdown';
const link = 'markup.underline.link';
const place = 'meta.dateline entity.name.label.dateline';

/** Puts lines below a paragraph, where no headline of the whole document can stand any more. */
const below = (...lines: string[]): string => ['Some prose.', '', ...lines].join('\n');

describe('The grammar of source documents', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadSeedGrammar();
  });

  const expectMarks = (text: string, ...expected: string[]): void => {
    assert.deepEqual(marks(grammar, text), expected);
  };
  const expectAll = (text: string, scope: string, ...expected: string[]): void => {
    assert.deepEqual(marked(grammar, text, scope), expected);
  };

  describe('headings', () => {
    it('marks a short line above a paragraph', () => {
      expectMarks(below('  Agreement topics ', '', 'A draft.'), '2:2-18 markup.heading');
    });

    it('marks a long sentence as a headline at the top of the document only', () => {
      const line = 'China and Russia have signed an agreement on the lunar research station';
      expectMarks(`\n${line}\n\nThe text.`, `1:0-${line.length} markup.heading`);
      expectMarks(below(line));
    });

    it('marks capitals, title case and writing without case', () => {
      const title = 'The Long Road to the Moon: How China and Russia Planned a Station';
      expectMarks(below(title), `2:0-${title.length} markup.heading`);
      expectMarks(below('TWO SESSIONS'), '2:0-12 markup.heading');
      expectMarks(below('香港版', 'HONG KONG'), '2:0-3 markup.heading', '3:0-9 markup.heading');
    });

    it('marks the headings of Markdown', () => {
      expectMarks(
        below('# The Moon'),
        '2:0-1 markup.heading punctuation.definition.heading',
        '2:2-10 markup.heading',
      );
      expectMarks(below('**The Moon**'), '2:0-12 markup.heading');
    });

    it('marks dates and quotations inside', () => {
      expectMarks(
        below('After the March 9 “call”'),
        '2:0-10 markup.heading',
        `2:10-17 markup.heading ${date}`,
        '2:17-18 markup.heading',
        `2:18-19 markup.heading ${quote}.begin`,
        '2:19-23 markup.heading meta.quotation',
        `2:23-24 markup.heading ${quote}.end`,
      );
    });

    it('leaves ordinary prose alone', () => {
      for (const line of [
        'The agreement will include:',
        'The station is open.',
        'we went home',
        'The work will be done by the',
        'It is done. The work goes on',
        '“The station is open,” he said',
        'He asked, "When?" and left the room;',
        'By the end of the year, the United States, Canada, and Finland will',
        'The Coast Guard is working with the shipyards to build new vessels',
        `${'Moon '.repeat(40)}base`,
      ]) {
        expectAll(below(line), 'markup.heading');
      }
    });

    it('leaves the further lines of a wrapped paragraph alone', () => {
      expectMarks(below('The visit marked the progress that both countries had', 'On the Moon'));
      expectMarks(
        below('-   Celebrating a framework for human', '    Spaceflight'),
        `2:0-1 ${bullet}`,
      );
    });
  });

  describe('datelines', () => {
    it('marks place, date and agency before the text', () => {
      expectMarks(
        'MOSCOW, February 3. /TASS/. Roscosmos said "yes".',
        `0:0-6 ${place}`,
        '0:6-8 meta.dateline',
        `0:8-18 meta.dateline ${date}`,
        '0:18-20 meta.dateline',
        '0:20-26 meta.dateline comment.line.agency',
        '0:26-27 meta.dateline',
        `0:43-44 ${quote}.begin`,
        '0:44-47 meta.quotation',
        `0:47-48 ${quote}.end`,
      );
    });

    it('knows the forms of other agencies', () => {
      for (const [line, ...expected] of [
        ['BEIJING, March 9 (Xinhua) -- They agreed.', 'BEIJING'],
        ['HOUSTON (AP) — They agreed.', 'HOUSTON'],
        ['NEW DELHI, India, 17 September 2019 — They agreed.', 'NEW DELHI, India'],
        ['Reference News, February 11 report: They agreed.', 'Reference News'],
        ['NASA — which leads the work — agreed.'],
        ['In Moscow, on March 9, they agreed.'],
      ] as const) {
        expectAll(line, 'entity.name.label.dateline', ...expected);
      }
    });

    it('marks a line that holds a date and no sentence', () => {
      expectMarks(
        'Science & Space February 03, 2021, 7:11',
        `0:0-15 ${place}`,
        '0:15-16 meta.dateline',
        `0:16-39 meta.dateline ${date}`,
      );
      expectMarks('WEDNESDAY, March 10, 2021', `0:0-25 meta.dateline ${date}`);
    });
  });

  describe('bylines and credits', () => {
    it('mutes the label and leaves the name to the entities', () => {
      expectMarks('By ZHAO LEI', `0:0-2 meta.byline ${label}`, '0:2-11 meta.byline');
      expectMarks('Credit: CNSA', `0:0-7 meta.credit ${label}`, '0:7-12 meta.credit');
      expectMarks('Credit: via Roscosmos', `0:0-7 meta.credit ${label}`, '0:7-21 meta.credit');
      expectMarks(
        'Original source: toutiao.com/article/760/',
        `0:0-16 meta.credit ${label}`,
        '0:16-17 meta.credit',
        `0:17-41 meta.credit ${link}`,
      );
    });

    it('marks the credit at the end of a caption', () => {
      expectMarks(
        below('The station by 2035. Credit: CNSA/Roscosmos', 'More.'),
        `2:15-19 ${date}`,
        `2:21-28 meta.credit ${label}`,
        '2:28-43 meta.credit',
      );
    });

    it('knows a sentence from a byline or a credit', () => {
      expectMarks(below('By the end of this decade, two bases will stand.'));
      expectMarks(below('Give credit: none was given.'));
    });
  });

  describe('quotations', () => {
    it('marks straight, curly, angled, low and corner marks', () => {
      for (const text of ['"yes"', '“yes”', '«yes»', '„yes“', '„yes”', '「yes」', '‘yes’']) {
        expectMarks(
          `He said ${text}.`,
          `0:8-9 ${quote}.begin`,
          '0:9-12 meta.quotation',
          `0:12-13 ${quote}.end`,
        );
      }
    });

    it('never opens at an apostrophe', () => {
      expectMarks("Chang'e-7, China's plans, the nations' bases and the '90s.");
      expectMarks('Chang’e-7, China’s plans and Roscosmos’ statements.');
    });

    it('never closes at a possessive', () => {
      expectAll('It is ‘China’s base’ now.', 'string.quoted.mark', '‘', '’');
    });

    it('ignores a straight mark that is an inch or never closes', () => {
      expectMarks('A 5" pipe and a "lone mark.');
    });

    it('ends an unclosed quotation with its line', () => {
      expectMarks('Say “one.\nTwo.', `0:4-5 ${quote}.begin`, '0:5-9 meta.quotation');
      expectMarks('Say «one.\n\nTwo» three.', `0:4-5 ${quote}.begin`, '0:5-9 meta.quotation');
      expectAll('Say “one,\ntwo and “three”.', 'meta.quotation', '“', 'one,', '“', 'three', '”');
    });

    it('goes on to a second line that closes the quotation', () => {
      expectMarks(
        'They “reach new\nfrontiers” and more.',
        `0:5-6 ${quote}.begin`,
        '0:6-15 meta.quotation',
        '1:0-9 meta.quotation',
        `1:9-10 ${quote}.end`,
      );
    });

    it('marks dates, links and inner quotations inside', () => {
      const text = '“On March 9 ‘Luna’ went to www.cnsa.gov.cn/n1/,” he said.';
      expectAll(text, date, 'March 9');
      expectAll(text, link, 'www.cnsa.gov.cn/n1/');
      expectAll(text, 'string.quoted.mark', '“', '‘', '’', '”');
    });
  });

  describe('dates', () => {
    it('marks days, months, years and ranges at their exact columns', () => {
      expectMarks('Signed on September 17, 2019, in Moscow.', `0:10-28 ${date}`);
      for (const text of [
        ...['March 9', 'Dec 17', 'Sept. 3rd', 'March 5-7, 2021', '17 September 2019', '9 March'],
        ...[
          'September 2019',
          'Tuesday, April 9, 2024',
          'February 03, 2021, 7:11',
          'March this year',
        ],
        ...['2018-2022', '2018–2022', '2026-27', '1950s', '2021年3月10日', '10.03.2021'],
        ...['2021-03-09', '2021-03-09T10:00:00Z'],
      ]) {
        expectAll(`It was planned, ${text}, by both.`, date, text);
      }
    });

    it('marks a month or a year alone after a word of time only', () => {
      expectAll(
        'It said in February that by 2035 or late 2040 it may.',
        date,
        'February',
        '2035',
        '2040',
      );
      expectAll('Between 2033 and 2035, they may march on.', date, '2033 and 2035');
    });

    it('leaves other numbers alone', () => {
      expectMarks(
        'Long March 5, Chang’e 5, Luna 27, Mars 2020, 1,731 grams, 3.14, of 2000 kg, may 5, ' +
          '1234-5678, 2021.5, Luna-2021, pages 3-6, at 7:11.',
      );
    });
  });

  it('marks list marks, not what looks like one', () => {
    const items = ['  • one', '- two', '* three', '1. four', '2) five', '(a) six', '– Seven'];
    expectAll(below(...items), bullet, '•', '-', '*', '1.', '2)', '(a)', '–');
    expectMarks(
      below('1.5 tonnes fell.', '2 lists came.', '-none', '– and they left.', 'A. Smith.'),
    );
    expectMarks('- on March 9, 2021', `0:0-1 ${bullet}`, `0:5-18 ${date}`);
  });

  it('marks links with and without a scheme', () => {
    expectMarks('See www.chinadaily.com.cn, please.', `0:4-25 ${link}`);
    const text = 'Go to (https://a.b/c?d=e#f), toutiao.com/article/760/ or roscosmos.ru/31062.';
    expectAll(text, link, 'https://a.b/c?d=e#f', 'toutiao.com/article/760/', 'roscosmos.ru/31062');
    expectMarks('E.g. U.S.-based, station.The end, CNSA/Roscosmos, a@b.com and 3.14.');
  });

  it('mutes separators and the furniture of a page', () => {
    expectAll(
      below('---', '* * *', '<!-- -->'),
      'comment.line.separator',
      '---',
      '* * *',
      '<!-- -->',
    );
    expectAll(below('Leave a Reply'), 'comment.line.boilerplate', 'Leave a Reply');
    expectMarks(below('Read more of it in the report, he said.'));
  });

  describe('the sources', () => {
    const sources = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
    const source = (start: string): string =>
      readFileSync(`seeds/${sources.find((name) => name.startsWith(start))!}`, 'utf8');

    it('000: the report', () => {
      const text = source('000');
      expectAll(text, 'entity.name.label.dateline', 'Reference News');
      expectAll(text, label, 'Original source:', 'Statement:');
      expectAll(text, link, 'toutiao.com/article/7605465524809597440/');
      expectAll(text, 'markup.heading');
      const months = ['September 2025', 'May 2025', 'May 2025'];
      expectAll(text, date, 'February 11', 'February 11', '2026', ...months);
    });

    it('001: headings, a list and credits', () => {
      const text = source('001');
      expectAll(text, 'markup.heading', 'Agreement topics', 'Interdepartmental agreements');
      expectAll(text, bullet, ...Array<string>(13).fill('•'));
      expectAll(text, label, ...Array<string>(4).fill('Credit:'));
      const years = ['2023-2027', '2018-2022', '2035', 'March this year', '2022'];
      expectAll(text, date, ...years, 'September 17, 2019', '2035');
      expectAll(text, 'string.quoted.mark', '“', '”', '“', '”', '“', '”');
      expectAll(text, 'comment.line.boilerplate', 'Leave a Reply');
    });

    it('002: a headline, a deck and a dateline', () => {
      const text = source('002');
      expectAll(
        text,
        'markup.heading',
        'Russia, China discuss technical aspects of joint lunar station',
        'All issues are discussed by Russian and Chinese specialists within the framework of a special working group',
      );
      expectAll(text, 'entity.name.label.dateline', 'Science & Space', 'MOSCOW');
      expectAll(text, 'comment.line.agency', '/TASS/');
      expectAll(text, 'comment.line.boilerplate', 'Read more on the site →');
    });

    it('003: a newspaper page', () => {
      const text = source('003');
      const masthead = ['TWO SESSIONS', 'SPECIAL COVERAGE, PAGES 3-6', 'CHINADAILY', '香港版'];
      const title = 'China, Russia to jointly build lunar post';
      expectAll(text, 'markup.heading', ...masthead, 'HONG KONG', '中國日報', title);
      expectAll(text, 'meta.byline', 'By', ' ZHAO LEI');
      expectAll(text, link, 'www.chinadaily.com.cn', 'www.chinadailyhk.com');
      expectAll(text, date, 'WEDNESDAY, March 10, 2021', '1950s', '1970s', 'Dec 17');
    });

    it('004: a headline and apostrophes', () => {
      const text = source('004');
      const title =
        'China and Russia have signed an agreement on the international lunar research station';
      expectAll(text, 'markup.heading', title);
      expectAll(text, 'string.quoted.mark', '“', '”', '“', '”', '“', '”');
      expectAll(text, date, 'March 9', 'February', 'February', '2000s', '2020');
    });
  });
});
