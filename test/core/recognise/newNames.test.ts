import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Registry } from '../../../src/core';
import { builtinSchema } from '../../../src/core/format/builtinSchema';
import { KnownNames } from '../../../src/core/recognise/knownNames';
import { suggestionsIn } from '../../../src/core/recognise/suggestions';

const nobody = new KnownNames(new Registry(builtinSchema, []));

/** What is proposed for a text without a registry: words and type. */
function proposed(text: string): string[] {
  return suggestionsIn(text, nobody, []).map(
    (one) => `${text.slice(one.start, one.end)}: ${one.type}`,
  );
}

describe('new names end where they end', () => {
  it('a company has its legal form, a person the younger', () => {
    assert.deepEqual(proposed('The winners are Blue Harvest, Inc., Red Anvil and Sam Poole, Jr.'), [
      'Blue Harvest, Inc.: organization',
      'Red Anvil: organization',
      'Sam Poole, Jr.: person',
    ]);
  });

  it('a possessive within the name of an institution belongs to it', () => {
    assert.deepEqual(proposed('He called the Marlow County Sheriff’s Office on Norway’s behalf.'), [
      'Marlow County Sheriff’s Office: organization',
      'Norway: place',
    ]);
  });

  it('two names with “and” between are two, unless an article or acronym says otherwise', () => {
    assert.deepEqual(proposed('Its team has Brightwater Robotics and Norden Industries.'), [
      'Brightwater Robotics: organization',
      'Norden Industries: organization',
    ]);
    assert.deepEqual(proposed('They began the Initiative on Safe and Sound Harbours (ISSH).'), [
      'Initiative on Safe and Sound Harbours: programme',
      'ISSH: programme',
    ]);
  });

  it('a country before its ambassador is another name', () => {
    const text = 'The Ambassador to the United States Asha Verhoeven met the UN Sudan envoy.';
    assert.deepEqual(proposed(text), [
      'United States: place',
      'Asha Verhoeven: person',
      'UN: organization',
      'Sudan: place',
    ]);
  });

  it('a rank behind an office belongs to neither', () => {
    const text =
      'Chief of Defence General Ivo Marsh and Director-General Lena Orvik met, as did Under Secretary for Bilateral Affairs and Public Diplomacy Tomas Quill.';
    assert.deepEqual(proposed(text), [
      'Ivo Marsh: person',
      'Lena Orvik: person',
      'Tomas Quill: person',
    ]);
  });

  it('an institution before the person who works there is another name', () => {
    const text =
      'The Acting Assistant Secretary in the Bureau of Oceans and Polar Affairs Jennifer R. Hale joined the Working Group on Tides.';
    assert.deepEqual(proposed(text), [
      'Bureau of Oceans and Polar Affairs: organization',
      'Jennifer R. Hale: person',
      'Working Group on Tides: organization',
    ]);
  });

  it('a maker that is also by itself is parted from what it made', () => {
    const text = 'A Corvane Halcyon 9 rocket will fly, Corvane said, with an M1 lander.';
    assert.deepEqual(proposed(text), [
      'Corvane: organization',
      'Halcyon 9: spacecraft',
      'Corvane: organization',
      'M1: spacecraft',
    ]);
  });

  it('hyphens join a head and a given name of two syllables', () => {
    assert.deepEqual(
      proposed('UN Secretary-General Chen Kuo-wei read the Trade and Co-operation Agreement.'),
      ['UN: organization', 'Chen Kuo-wei: person', 'Trade and Co-operation Agreement: agreement'],
    );
  });

  it('a version is part of a rocket’s number', () => {
    assert.deepEqual(proposed('It flew on a Halcyon-2.1b rocket.'), ['Halcyon-2.1b: spacecraft']);
  });

  it('directions and combining forms are part of a place', () => {
    assert.deepEqual(proposed('Ships left Northern Ireland for the Indo-Pacific.'), [
      'Northern Ireland: place',
      'Indo-Pacific: place',
    ]);
  });

  it('a score is no number of a mission, a rank no name, a year belongs to its event', () => {
    assert.deepEqual(proposed('In the end Dunmore beat Ashby 2-1 at the Harbour Games 2024.'), [
      'Dunmore: organization',
      'Ashby: organization',
      'Harbour Games 2024: event',
    ]);
    assert.deepEqual(proposed('The world No. 3 won on pad No. 7.'), []);
  });

  it('a state is written short behind its town', () => {
    assert.deepEqual(
      proposed('It is built in Garnet, Okla. Workers came from Pell, N.J. Zentra paid.'),
      ['Garnet: place', 'Okla.: place', 'Pell: place', 'N.J.: place', 'Zentra: organization'],
    );
  });
});

describe('no names are', () => {
  it('acronyms of common nouns, as the text introduces or uses them', () => {
    const text =
      'They signed a memorandum of understanding (MOU). The MOU follows two MOUs; an AGM in May agreed.';
    assert.deepEqual(proposed(text), ['May: date']);
  });

  it('acronyms of offices', () => {
    const text = 'Deputy Safety Adviser (DSA) Ann Bell spoke. Later DSA Bell left.';
    assert.deepEqual(proposed(text), ['Ann Bell: person', 'Bell: person']);
  });

  it('demonyms, whatever their ending', () => {
    assert.deepEqual(
      proposed('A Congolese doctor met a Frenchman and the Belgian Christian Hale.'),
      ['Christian Hale: person'],
    );
  });

  it('those who hold an office', () => {
    assert.deepEqual(proposed('The US Ambassadors and the Senators spoke of African Affairs.'), [
      'US: place',
    ]);
  });

  it('addresses and handles', () => {
    assert.deepEqual(
      proposed('Write to PRESS-Office@ministry.example or follow us at @OurMinistry.'),
      [],
    );
  });
});

describe('what the text has elsewhere decides', () => {
  it('of a noun with a capital: it stands for the name that ends in it', () => {
    const text = 'All signed the Oslo Accords. Two later left the Accords. They wrote a Charter.';
    assert.deepEqual(proposed(text), ['Oslo Accords: agreement', 'Accords: agreement']);
  });

  it('of a surname that is also a place or a people', () => {
    const text = 'The farmer Bob Wellington spoke. Mr Wellington and Mr German agreed.';
    assert.deepEqual(proposed(text), [
      'Bob Wellington: person',
      'Wellington: person',
      'German: person',
    ]);
  });

  it('of a surname with its particles', () => {
    const text = 'The envoy Anna van der Holt arrived. Today van der Holt spoke.';
    assert.deepEqual(proposed(text), ['Anna van der Holt: person', 'van der Holt: person']);
  });

  it('of small letters: a name may have them, not its plural', () => {
    const text =
      'The Silver Compass Award is old. There are silver compass awards, but one silver compass award.';
    assert.deepEqual(proposed(text), [
      'Silver Compass Award: event',
      'silver compass award: event',
    ]);
  });
});

describe('the type of a new name', () => {
  it('comes from its list', () => {
    assert.deepEqual(proposed('Wells were dug in Ashgabat, Terwin and Oskoy.'), [
      'Ashgabat: place',
      'Terwin: place',
      'Oskoy: place',
    ]);
  });

  it('is a place in what is governed, inhabited or beside a place', () => {
    assert.deepEqual(
      proposed('The mayor of Terwin and the people of Oskoy met the Ardin-based firm.'),
      ['Terwin: place', 'Oskoy: place', 'Ardin: place'],
    );
  });

  it('comes from the noun before it', () => {
    assert.deepEqual(
      proposed('The goalscorer Matti Orvel saw the destroyer Kestrel and its moon Tarn.'),
      ['Matti Orvel: person', 'Kestrel: spacecraft', 'Tarn: place'],
    );
  });

  it('comes from the pronoun with which it speaks of itself', () => {
    assert.deepEqual(proposed('Corvane said its engine works. His wife, Odile, said she knew.'), [
      'Corvane: organization',
      'Odile: person',
    ]);
  });

  it('comes from the noun that it is inserted behind', () => {
    const text =
      'Seeds went to the old space station, Meridian, for a year. In May, Orvel, Japan said.';
    assert.deepEqual(proposed(text), [
      'Meridian: facility',
      'May: date',
      'Orvel: organization',
      'Japan: place',
    ]);
  });

  it('comes from its first word, where that is a kind', () => {
    assert.deepEqual(proposed('The Navy sent USS Carl Mandrake.'), [
      'Navy: organization',
      'USS Carl Mandrake: spacecraft',
    ]);
    assert.deepEqual(proposed('We saw Lake Ferrin, Hurricane Otto and USS Mandrake.'), [
      'Lake Ferrin: place',
      'Hurricane Otto: event',
      'USS Mandrake: spacecraft',
    ]);
  });
});
