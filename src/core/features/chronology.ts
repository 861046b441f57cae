import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import { type Days, daysOf } from '../format/dateOrder';
import { dateInWords, yearInWords } from '../format/dateWords';
import type { Claim, Property, SourceAnnotations } from '../model';
import type { Citation } from './citation';
import { contradictionTest } from './contradictions';
import { namedEntity, propertyOf } from './values';

/** A claim that dates something, as precisely as its source does and no more. */
export interface DatedClaim extends Citation {
  readonly record: Claim;
  readonly subject: string;
  readonly property: Property;
  /** In EDTF. */
  readonly date: string;
  readonly words: string;
  /** The first claim of each other date that cannot be true together with this one. */
  readonly against: readonly DatedClaim[];
}

/** What begins in the same year. */
export interface ChronologyYear {
  /** `2021`, `2020s`; undefined for dates that nobody can put in order, which come last. */
  readonly label: string | undefined;
  readonly claims: readonly DatedClaim[];
}

/** More others than these tell a reader nothing new. */
const mostOthers = 10;

/** Every dated claim by the first day that it may mean, the less precise first. Reads no source. */
export async function chronologyOf(corpus: Corpus): Promise<ChronologyYear[]> {
  const [registry, index] = await Promise.all([corpus.registry(), corpus.index()]);
  const files = [...index.files.keys()].sort().flatMap((path) => index.files.get(path) ?? []);
  const dated = files.flatMap((file) => datedClaims(registry, file));
  setAgainstEachOther(dated);
  const ordered = dated
    .map((claim) => ({ claim, days: daysOf(claim.date) }))
    .sort((a, b) => compareDays(a.days, b.days));
  const years = new Map<string | undefined, DatedClaim[]>();
  for (const { claim, days } of ordered) {
    const label = days && yearOf(claim.date, days);
    const year = years.get(label);
    if (year) year.push(claim);
    else years.set(label, [claim]);
  }
  return [...years].map(([label, claims]) => ({ label, claims }));
}

interface Growing extends DatedClaim {
  against: readonly DatedClaim[];
}

function datedClaims(registry: Registry, { source = '', claims }: SourceAnnotations): Growing[] {
  return claims.flatMap((record) => {
    const property = propertyOf(registry, record.property);
    const date = dateOf(registry, property, record.value);
    if (date === undefined) return [];
    const subject = registry.nameOf(record.subject);
    return [{ source, record, subject, property, date, words: dateInWords(date), against: [] }];
  });
}

/** The value itself, or that of the date which it names. */
export function dateOf(registry: Registry, property: Property, value: string): string | undefined {
  if (property.range === 'date') return value;
  const named = namedEntity(registry, property, value);
  return named?.type === 'date' ? named.value : undefined;
}

function setAgainstEachOther(claims: readonly Growing[]): void {
  const groups = new Map<string, Growing[]>();
  for (const claim of claims) {
    const { record, property } = claim;
    if (!property.single || property.range !== 'date') continue;
    const key = `${record.subject}\n${record.property}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  for (const group of groups.values()) {
    const firsts = new Map<string, Growing>();
    for (const claim of group) if (!firsts.has(claim.date)) firsts.set(claim.date, claim);
    for (const claim of group) claim.against = against(claim, firsts);
  }
}

function against(claim: DatedClaim, firsts: ReadonlyMap<string, DatedClaim>): DatedClaim[] {
  const contradicts = contradictionTest(claim.property);
  const others: DatedClaim[] = [];
  for (const [date, other] of firsts) {
    if (contradicts(claim.date, date)) others.push(other);
    if (others.length === mostOthers) break;
  }
  return others;
}

/** A period without a beginning stands where it ends; what has no order stands last. */
function compareDays(a: Days | undefined, b: Days | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  const [from, to] = [startOf(a), startOf(b)];
  if (from !== to) return from < to ? -1 : 1;
  return a.last === b.last ? 0 : a.last > b.last ? -1 : 1;
}

function startOf({ first, last }: Days): string {
  return first === '0000-01-01' ? last : first;
}

/** The year in which a date begins; where its year is not known to the digit, the span of years. */
function yearOf(date: string, days: Days): string {
  const unknown = /^[?~%]?(\d{2,3}X{1,2})/.exec(date)?.[1];
  const year = startOf(days).slice(0, 4);
  return (unknown === undefined ? undefined : yearInWords(unknown)) ?? year;
}
