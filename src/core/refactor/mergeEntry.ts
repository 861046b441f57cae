import { quoted } from '../diagnostic';
import { commentsOf } from '../format/yamlData';
import { setTexts } from '../format/yamlEdit';
import { type CutEntry, commentEntry } from '../format/yamlEntryEdit';
import { insertKey, setList } from '../format/yamlList';
import type { YamlValue } from '../format/yamlPrint';
import type { Entity } from '../model';
import { EditRefusedError } from '../textEdit';
import { recordStart } from './entry';

/** The keys of an entry, in the order in which they are written. */
const keys = ['type', 'name', 'value', 'aliases', 'description', 'same-as', 'note', 'attributes'];

/** @throws {EditRefusedError} where an entry says what could not be kept. */
export function refuseUnknownKeys({ id, place }: Entity): void {
  const unknown = [...place.values.keys()].find((key) => !keys.includes(key));
  if (unknown === undefined) return;
  throw new EditRefusedError(
    `The entry of ${quoted(id)} has a key “${unknown}” that Glossator does not know; move it by hand first.`,
  );
}

/** What an entity says after another was merged into it. */
export interface MergedEntry {
  readonly aliases: readonly string[];
  readonly sameAs: readonly string[];
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether the note says what had no other place. */
  readonly isNoted: boolean;
}

/** All that both say; where only one can stand, the other's goes into the note. */
export function mergedEntry(into: Entity, from: Entity): MergedEntry {
  const aliases = new Set([...into.aliases, from.name, ...from.aliases]);
  aliases.delete(into.name);
  const rest: string[] = [];
  const either = (key: string, own: string | undefined, other: string | undefined) => {
    if (own !== undefined && other !== undefined && own !== other) rest.push(`${key}: ${other}`);
    return own ?? other;
  };
  if (into.type !== from.type) rest.push(`type: ${from.type}`);
  const value = either('value', into.value, from.value);
  const description = either('description', into.description, from.description);
  const attributes = new Map(into.attributes);
  for (const [key, text] of from.attributes ?? []) {
    attributes.set(key, either(key, into.attributes?.get(key), text) ?? text);
  }
  if (into.note !== undefined && from.note !== undefined && into.note !== from.note) {
    rest.push(`note: ${from.note}`);
  }
  const remembered = rest.length > 0 ? `Merged from ${from.id}: ${rest.join('; ')}` : undefined;
  const note = [into.note ?? from.note, remembered].filter((one) => one !== undefined).join(' ');
  return {
    aliases: [...aliases],
    sameAs: [...new Set([...into.sameAs, ...from.sameAs])],
    texts: { value, description, note: note === '' ? undefined : note },
    attributes,
    isNoted: remembered !== undefined,
  };
}

/** Writes into the registry what an entity says after the merge, with the comments of the other. */
export async function writeMerged(
  path: string,
  text: string,
  into: Entity,
  merged: MergedEntry,
  { lines }: CutEntry,
): Promise<string> {
  const start = (now: string) => recordStart(path, now, into.id);
  let after = text;
  after = setList(after, await start(after), 'aliases', merged.aliases, before('aliases'));
  after = setList(after, await start(after), 'same-as', merged.sameAs, before('same-as'));
  for (const [key, value] of Object.entries(merged.texts)) {
    if (value !== undefined) after = setText(after, await start(after), into, key, value);
  }
  after = await writeAttributes(path, after, into, merged.attributes);
  return commentEntry(after, into.id, commentsOf(lines));
}

function setText(text: string, start: number, into: Entity, key: string, value: string): string {
  if (into.place.values.has(key)) return setTexts(text, start, { [key]: value });
  return insertKey(text, start, key, value, before(key));
}

async function writeAttributes(
  path: string,
  text: string,
  into: Entity,
  attributes: ReadonlyMap<string, string>,
): Promise<string> {
  const own = [...(into.attributes?.keys() ?? [])];
  const added = [...attributes].filter(([key]) => !own.includes(key));
  if (added.length === 0) return text;
  if (own.length === 0) {
    const value: YamlValue = Object.fromEntries(added);
    const start = await recordStart(path, text, into.id);
    return insertKey(text, start, 'attributes', value, before('attributes'));
  }
  let after = text;
  for (const [key, value] of added) {
    const start = await recordStart(path, after, into.id, 'attributes');
    after = insertKey(after, start, key, value, [...attributes.keys()]);
  }
  return after;
}

function before(key: string): string[] {
  return keys.slice(0, keys.indexOf(key));
}
