/** Ids of the types of `builtinSchema`, which has more to say of each. */
export const builtinTypes = [
  'programme',
  'mission',
  'spacecraft',
  'instrument',
  'facility',
  'agreement',
  'organization',
  'person',
  'place',
  'publication',
  'event',
  'date',
  'quantity',
] as const;
