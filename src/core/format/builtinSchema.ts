import type { EntityType, Property, PropertyRange, Schema } from '../model';
import type { builtinTypes } from './builtinTypes';

/** Serves where a corpus has no `schema.yaml`. Icons are codicons. */
export const builtinSchema: Schema = {
  types: byId<EntityType>([
    type(
      'programme',
      'Programme',
      'A planned body of work with missions or projects of its own',
      'milestone',
    ),
    type(
      'mission',
      'Mission',
      'A space flight with a purpose, and the probe that flies it',
      'rocket',
    ),
    type(
      'spacecraft',
      'Spacecraft',
      'A vehicle, or a part of one that the text sets apart',
      'globe',
    ),
    type('instrument', 'Instrument', 'A scientific device', 'telescope'),
    type(
      'facility',
      'Facility',
      'A station, plant, data centre or system, built or planned',
      'home',
    ),
    type(
      'agreement',
      'Agreement',
      'A signed, drafted or expected understanding between parties',
      'law',
    ),
    type(
      'organization',
      'Organization',
      'An agency, company, government or other body',
      'organization',
    ),
    type('person', 'Person', 'A human being, by name', 'person'),
    type('place', 'Place', 'A country, city, region or heavenly body', 'location'),
    type('publication', 'Publication', 'A medium, report, statement or article', 'book'),
    type('event', 'Event', 'Something that happens at a time', 'megaphone'),
    type('date', 'Date', 'A date or period, with its value in EDTF', 'calendar'),
    type('quantity', 'Quantity', 'An amount that states a fact', 'symbol-numeric'),
  ]),
  properties: byId<Property>([
    property('party', ['agreement', 'programme'], ['organization', 'place', 'person']),
    property('signed-by', ['agreement', 'programme'], ['organization', 'person', 'place']),
    { ...property('signed-on', ['agreement', 'programme'], 'date', true), modality: 'done' },
    property('signed-in', ['agreement', 'programme'], 'text'),
    property('status', [], 'text'),
    property('concerns', [], 'entity'),
    property('part-of', [], 'entity'),
    property('operator', [], ['organization', 'place']),
    property('carries', ['mission', 'spacecraft'], ['instrument', 'spacecraft']),
    property('destination', ['mission', 'spacecraft'], ['place']),
    { ...property('planned-for', [], 'date'), modality: 'planned' },
    { ...property('happened-on', [], 'date'), modality: 'done' },
    property('affiliation', ['person'], ['organization']),
    property('position', ['person'], 'text'),
  ]),
};

function type(
  id: (typeof builtinTypes)[number],
  label: string,
  description: string,
  icon: string,
): EntityType {
  return { id, label, description, icon };
}

function property(
  id: string,
  domain: readonly string[],
  range: PropertyRange,
  single = false,
): Property {
  return { id, label: id.replaceAll('-', ' '), domain, range, single };
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
