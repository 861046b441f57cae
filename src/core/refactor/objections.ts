import type { Registry } from '../corpus/registry';
import { quoted } from '../diagnostic';
import type { Claim, Property } from '../model';
import { counted } from './refactoring';

/** Claims on an entity, and claims that may name it as their value. */
export interface ClaimsAbout {
  readonly claims: readonly Claim[];
  readonly naming: readonly Claim[];
}

/** What the schema allows of an entity of one type and not of one of another, as sentences. */
export function objections(
  { schema }: Registry,
  { claims, naming }: ClaimsAbout,
  before: string,
  after: string,
): string[] {
  if (before === after) return [];
  const objected = (all: readonly Claim[], typesOf: (property: Property) => readonly string[]) =>
    all.filter(({ property: id }) => {
      const property = schema.properties.get(id);
      const types = property ? typesOf(property) : [];
      return types.includes(before) && !types.includes(after);
    });
  return [
    ...sentence(
      objected(claims, ({ domain }) => domain),
      `say what the schema does not allow of the type “${after}”`,
    ),
    ...sentence(
      objected(naming, ({ range }) => (typeof range === 'string' ? [] : range)),
      `name it where the schema does not allow the type “${after}”`,
    ),
  ];
}

/** Claims whose value nobody can tell to be the id: the schema does not know what they say. */
export function unsettled({ schema }: Registry, naming: readonly Claim[], id: string): string[] {
  const unknown = naming.filter(({ property }) => !schema.properties.has(property)).length;
  if (unknown === 0) return [];
  const claims = counted(unknown, 'claim with a property', 'claims with properties');
  return [`${claims} that the schema does not know may mean ${quoted(id)} and stay as they are.`];
}

function sentence(claims: readonly Claim[], what: string): string[] {
  if (claims.length === 0) return [];
  const properties = [...new Set(claims.map(({ property }) => property))].join(', ');
  const many = counted(claims.length, 'claim');
  return [`${many} (${properties}) will ${what}, and be reported.`];
}
