/** What a YAML file says, as plain data and comments: what the proof of an edit compares. */
import type { Span } from '../model';
import { Parser, isMap } from '../libraries/yaml';
import { plain } from './yaml';
import type { YamlValue } from './yamlPrint';

/** A key of the top-level map and its value. */
export type Entry = readonly [unknown, unknown];

export function entries(node: unknown): Entry[] {
  return isMap(node) ? (plain(node) as Entry[]) : [];
}

/** The order of keys does not count, and an empty list may be written as nothing at all. */
export function canonical(all: readonly Entry[]): string {
  return all
    .map(([key, value]) => JSON.stringify([key, isEmptyList(value) ? '' : value]))
    .sort()
    .join('\n');
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

export function plainOf(value: YamlValue): unknown {
  if (typeof value === 'string') return value;
  if (isList(value)) return value.map(plainOf);
  return Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [[key, plainOf(one)]],
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** The comments of a text, sorted; those within `except` are left out. */
export function commentsOf(text: string, except: readonly Span[] = []): string[] {
  if (!text.includes('#')) return [];
  const found: string[] = [];
  const open: object[] = [];
  for (const token of new Parser().parse(text)) {
    open.push(token);
    for (let next = open.pop(); next; next = open.pop()) {
      if (!isComment(next)) {
        for (const part of Object.values(next) as unknown[]) {
          if (typeof part === 'object' && part !== null) open.push(part);
        }
      } else if (!isWithin(except, next.offset)) {
        found.push(next.source.trimEnd());
      }
    }
  }
  return found.sort();
}

function isWithin(spans: readonly Span[], offset: number): boolean {
  return spans.some(({ start, end }) => start <= offset && offset < end);
}

function isComment(token: object): token is { offset: number; source: string } {
  return 'type' in token && token.type === 'comment';
}
