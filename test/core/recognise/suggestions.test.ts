import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Registry } from '../../../src/core';
import { builtinSchema } from '../../../src/core/format/builtinSchema';
import type { Entity } from '../../../src/core/model';
import { KnownNames } from '../../../src/core/recognise/knownNames';
import { type Suggestion, suggestionsIn } from '../../../src/core/recognise/suggestions';

function entity(id: string, type: string, name: string, ...aliases: string[]): Entity {
  const place = { file: '', span: { start: 0, end: 0 }, values: new Map<string, never>() };
  return { id, type, name, aliases, sameAs: [], place };
}

function suggest(text: string, ...entities: Entity[]): Suggestion[] {
  return suggestionsIn(text, new KnownNames(new Registry(builtinSchema, entities)), []);
}

/** Words, and the entity or else the type. */
function brief(text: string, ...entities: Entity[]): string[] {
  return suggest(text, ...entities).map(
    (one) => `${text.slice(one.start, one.end)}: ${one.entity ?? `new ${one.type}`}`,
  );
}

const missions = [6, 7].map((number) => entity(`ce-${number}`, 'mission', `Chang'e ${number}`));

describe('suggestions of known names', () => {
  it('follow a list that borrows its head', () => {
    const text = 'China launched Chang’e-6, 7 and 8 then.';
    const all = suggest(text, ...missions).filter(({ type }) => type === 'mission');
    assert.deepEqual(
      all.map((one) => [text.slice(one.start, one.end), one.entity, one.kind]),
      [
        ['Chang’e-6', 'ce-6', 'name'],
        ['7', 'ce-7', 'elliptical'],
        ['8', undefined, 'elliptical'],
      ],
    );
  });

  it('take no amount or date for a member of the list', () => {
    assert.deepEqual(brief('Chang’e-6 and 8 percent of it', ...missions), ['Chang’e-6: ce-6']);
    assert.deepEqual(brief('Chang’e-6 and 9 March', ...missions), [
      'Chang’e-6: ce-6',
      '9 March: new date',
    ]);
  });

  it('know an acronym from where it is introduced, and a surname from the full name', () => {
    const people = entity('rogozin', 'person', 'Dmitry Rogozin');
    const agency = entity('cnsa', 'organization', 'China National Space Administration');
    const text =
      'The China National Space Administration (CNSA) met Dmitry Rogozin. Later CNSA and Rogozin agreed.';
    assert.deepEqual(brief(text, people, agency), [
      'China National Space Administration: cnsa',
      'CNSA: cnsa',
      'Dmitry Rogozin: rogozin',
      'CNSA: cnsa',
      'Rogozin: rogozin',
    ]);
  });

  it('leave out what is annotated or rejected', () => {
    const text = 'Chang’e-7 and Chang’e-6';
    const names = new KnownNames(new Registry(builtinSchema, missions));
    const all = suggestionsIn(text, names, [{ start: 0, end: 9 }]);
    assert.deepEqual(
      all.map(({ entity: id }) => id),
      ['ce-6'],
    );
  });

  it('are less sure where a name is that of two', () => {
    const twins = ['a', 'b'].map((id) => entity(id, 'place', 'Springfield'));
    const [one] = suggest('He lives in Springfield.', ...twins);
    assert.equal(one?.confidence, 0.49);
  });
});

describe('suggestions of new names', () => {
  it('part titles from people, and people from those whom they serve', () => {
    const text =
      'The bridge was opened by Freedonia Prime Minister Rufus Firefly and Minister of Trade, Industry and Sport Gloria Teasdale, said Firefly.';
    assert.deepEqual(brief(text), [
      'Freedonia: new organization',
      'Rufus Firefly: new person',
      'Gloria Teasdale: new person',
      'Firefly: new person',
    ]);
  });

  it('know institutions, agreements and facilities by their heads', () => {
    const text =
      'Experts of the Ministry of Education, Culture and Sports met at the Hortobagy Space Station to sign the Treaty on the Peaceful Use of Rivers with the Polar Research Institute.';
    assert.deepEqual(brief(text), [
      'Ministry of Education, Culture and Sports: new organization',
      'Hortobagy Space Station: new facility',
      'Treaty on the Peaceful Use of Rivers: new agreement',
      'Polar Research Institute: new organization',
    ]);
  });

  it('find in headings and at the beginnings of sentences what the text has elsewhere', () => {
    const text =
      'Brightwater Opens Great New Bridge\n\nIt was built by Brightwater. Great plans follow. Brightwater is pleased.\n';
    assert.deepEqual(brief(text), [
      'Brightwater: new organization',
      'Brightwater: new organization',
      'Brightwater: new organization',
    ]);
  });

  it('do not take adjectives of peoples for names, but places under hyphens', () => {
    assert.deepEqual(
      brief('Its Chinese and American friends saw the Louisiana-based Japan-U.S. group.'),
      ['Louisiana: new place', 'Japan: new place', 'U.S.: new place'],
    );
  });

  it('tell a programme from its numbered missions', () => {
    const text = 'After Zephyr 3 and Zephyr IV the future of Zephyr is open.';
    assert.deepEqual(brief(text), [
      'Zephyr 3: new mission',
      'Zephyr IV: new mission',
      'Zephyr: new programme',
    ]);
  });

  it('go over a line end within a paragraph that is wrapped, and not over others', () => {
    const filler = 'there was nothing else to say about it at the time of the\nmeeting and ';
    const wrapped = `${filler.repeat(4)}then they asked what it was that the Silver\nHarbour Company had to say.\n`;
    assert.deepEqual(brief(wrapped), ['Silver\nHarbour Company: new organization']);
    assert.deepEqual(brief('They met in Turin\nSilver Harbour Company was not there.\n'), [
      'Turin: new place',
      'Silver Harbour Company: new organization',
    ]);
  });

  it('take a quoted title whole', () => {
    const title =
      'Framework Agreement Between the Government of A and the Government of B on Trade';
    assert.deepEqual(brief(`It falls under the “${title},” which is old.`), [
      `${title}: new agreement`,
    ]);
  });

  for (const [what, piece] of Object.entries({
    capitals: 'Abc ',
    acronyms: 'Aa Bb (AB) ',
    spaces: ' ',
    quotes: '“Aa ',
    hyphens: 'Aa-',
    lists: 'Luna-1, 2, 3 and 4, ',
    dates: '1 March ',
    parentheses: '((((',
  })) {
    it(`cost the length of the text, also of nothing but ${what}`, () => {
      const cost = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const before = performance.now();
        suggest(text);
        return performance.now() - before;
      };
      cost(20_000);
      const short = Math.min(cost(20_000), cost(20_000), cost(20_000));
      assert.ok(cost(160_000) < 40 * Math.max(short, 5));
    });
  }
});
