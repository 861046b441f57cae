import { lines, moonWorld } from '../world';

const schema = lines(
  'properties:',
  '  operator: {label: run by, range: [organization]}',
  '  signed-on: {label: signed on, range: date, single: true, modality: done}',
  '  planned-for: {label: planned for, range: date, modality: planned}',
  '  period: {range: date}',
  '  in: {range: entity}',
  '  status: {range: text}',
);

/** One source, its claims given as `[subject, property, value]`; each quotes a word of its own. */
export function claiming(...claims: [subject: string, property: string, value: string][]) {
  const words = claims.map((_, at) => `w${at}`);
  return {
    ...moonWorld(),
    'annotations/schema.yaml': schema,
    'annotations/entities/date.yaml': lines('spring: {type: date, name: spring, value: 2024-21}'),
    'seeds/c.txt': lines(`${words.join(' ')}.`),
    'annotations/c.yaml': lines(
      'source: seeds/c.txt',
      'claims:',
      ...claims.map(
        ([subject, property, value], at) =>
          `  - {id: c${at}, subject: ${subject}, property: ${property}, value: "${value}", exact: w${at}}`,
      ),
    ),
  };
}
