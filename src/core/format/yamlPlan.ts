/** What operations on a YAML file change in its text, and what it must say afterwards. */
import { type Scalar, type YAMLMap, type YAMLSeq, isMap, isScalar, isSeq } from '../libraries/yaml';
import type { Span } from '../model';
import { EditRefusedError, type TextEdit } from '../textEdit';
import { plain, spanOf } from './yaml';
import { type Entry, plainOf } from './yamlData';
import { entryInsertion, itemInsertion, sectionInsertion } from './yamlInsertion';
import { type OpenFile, keyOf, valueOf } from './yamlOpen';
import type { YamlOperation } from './yamlOperation';
import type { YamlRecord } from './yamlPrint';
import { itemRemovals } from './yamlRemoval';
import { type Found, type Texts, planTexts, scalarReplacement, withTexts } from './yamlReplacement';

export interface YamlPlan {
  readonly edits: readonly TextEdit[];
  /** What the result must say, as pairs; the order of top-level keys does not count. */
  readonly expected: readonly Entry[];
  /** What is taken out, with the comments in it; every other comment must still be there. */
  readonly removed: readonly Span[];
  /** Comments that are put in. */
  readonly added?: readonly string[];
}

/** @throws {EditRefusedError} where a part is not there, or is written so that this cannot be done. */
export function planOperations(file: OpenFile, operations: readonly YamlOperation[]): YamlPlan {
  const planner = new Planner(file);
  for (const operation of operations) planner.add(operation);
  return planner.plan();
}

/** What becomes of one list. */
class ListChange {
  /** Records by the index of the item before which they come. */
  readonly inserted = new Map<number, YamlRecord[]>();
  readonly removed = new Set<number>();
}

/** Gathers what changes by the node that it changes: each node is planned once. */
class Planner {
  readonly #file: OpenFile;
  readonly #lists = new Map<string, ListChange>();
  readonly #texts = new Map<YAMLMap, { found: Found<YAMLMap>; texts: Texts }>();
  readonly #scalars = new Map<Scalar, { found: Found<Scalar>; value: string }>();
  readonly #entries: { key: string; record: YamlRecord }[] = [];
  /** Keys that go with the last item of their list. */
  readonly #gone = new Set<string>();
  #nodes: ReadonlyMap<number, readonly Found<unknown>[]> | undefined;

  constructor(file: OpenFile) {
    this.#file = file;
  }

  add(operation: YamlOperation): void {
    switch (operation.do) {
      case 'insert item':
        this.#insertItem(operation);
        return;
      case 'remove item':
        this.#listOf(operation.key).removed.add(this.#indexOf(operation.key, operation.start));
        return;
      case 'insert entry':
        this.#entries.push(operation);
        return;
      case 'rename key': {
        const found = keysByStart(this.#file.root).get(operation.start);
        if (!found) throw new EditRefusedError('The key is no longer where it was.');
        this.#scalars.set(found.node, { found, value: operation.to });
        return;
      }
      case 'replace text': {
        const found = this.#nodeAt(operation.start, isScalar);
        if (!found) throw new EditRefusedError('The value is no longer where it was.');
        this.#scalars.set(found.node, { found, value: operation.value });
        return;
      }
      case 'set texts':
        this.#setTexts(operation.start, operation.texts);
    }
  }

  plan(): YamlPlan {
    const edits: TextEdit[] = [];
    const removals: TextEdit[] = [];
    for (const [key, change] of this.#lists) this.#planList(key, change, edits, removals);
    for (const { found, texts } of this.#texts.values()) {
      const planned = planTexts(this.#file, found, texts);
      edits.push(...planned.edits);
      removals.push(...planned.removals);
    }
    for (const { found, value } of this.#scalars.values()) {
      edits.push(scalarReplacement(this.#file, found, value));
    }
    edits.push(...this.#entryInsertions());
    const removed = united(removals);
    return { edits: [...edits, ...removed], expected: this.#expected(), removed };
  }

  #insertItem({ key, before, record }: YamlOperation & { do: 'insert item' }): void {
    const index = before === undefined ? this.#itemsOf(key).length : this.#indexOf(key, before);
    const { inserted } = this.#listOf(key);
    const records = inserted.get(index);
    if (records) records.push(record);
    else inserted.set(index, [record]);
  }

  #setTexts(start: number | undefined, texts: Texts): void {
    const { root } = this.#file;
    const found =
      start !== undefined
        ? this.#nodeAt(start, isMap)
        : root && { node: root, isInFlow: root.flow === true };
    if (!found) throw new EditRefusedError('The record is no longer where it was.');
    const isInFlow = found.isInFlow || found.node.flow === true;
    const before = this.#texts.get(found.node)?.texts;
    this.#texts.set(found.node, {
      found: { node: found.node, isInFlow },
      texts: { ...before, ...texts },
    });
  }

  #planList(key: string, change: ListChange, edits: TextEdit[], removals: TextEdit[]): void {
    const list = valueOf(this.#file.root, key);
    const { inserted, removed } = change;
    if (!isSeq(list) || list.items.length === 0) {
      edits.push(...sectionInsertion(this.#file, key, [...inserted.values()].flat()));
      return;
    }
    for (const [index, records] of inserted) {
      edits.push(itemInsertion(this.#file, list, index, records));
    }
    const taken = itemRemovals(this.#file, key, list, removed, inserted.size > 0);
    removals.push(...taken.edits);
    if (taken.isKeyGone) this.#gone.add(key);
  }

  /** Entries that come before the same key are one insertion, in the order of their keys. */
  #entryInsertions(): TextEdit[] {
    const { root } = this.#file;
    const sorted = [...this.#entries].sort((a, b) => (a.key < b.key ? -1 : 1));
    const byNext = new Map<unknown, Record<string, YamlRecord>>();
    for (const { key, record } of sorted) {
      if (this.#file.before.some(([name]) => name === key)) {
        throw new EditRefusedError(`There is an entry “${key}” already.`);
      }
      const next = root?.items.find((pair) => keyOf(pair) > key);
      byNext.set(next, { ...byNext.get(next), [key]: record });
    }
    return [...byNext].map(([next, records]) =>
      entryInsertion(
        this.#file,
        root?.items.find((pair) => pair === next),
        records,
      ),
    );
  }

  #expected(): Entry[] {
    const { root } = this.#file;
    const kept = root ? (this.#dataOf(root) as Entry[]) : [];
    const left = kept.filter(([key]) => !this.#gone.has(key as string));
    const missing = [...this.#lists].filter(([key]) => !left.some(([name]) => name === key));
    const made = missing
      .map(([key, { inserted }]): Entry => [key, [...inserted.values()].flat().map(plainOf)])
      .filter(([, items]) => (items as unknown[]).length > 0);
    return [
      ...left,
      ...made,
      ...this.#entries.map(({ key, record }): Entry => [key, plainOf(record)]),
    ];
  }

  /** A node as plain data, as it is to be. */
  #dataOf(node: unknown): unknown {
    if (isSeq(node)) return node.items.map((item) => this.#dataOf(item));
    if (isMap(node)) return this.#entriesOf(node);
    const scalar = isScalar(node) ? this.#scalars.get(node) : undefined;
    return scalar ? scalar.value : plain(node);
  }

  #entriesOf(map: YAMLMap): Entry[] {
    const isRoot = map === this.#file.root;
    const entries = map.items.map((pair): Entry => {
      const change = isRoot ? this.#lists.get(keyOf(pair)) : undefined;
      return [
        this.#dataOf(pair.key),
        change ? this.#itemsAfter(pair.value, change) : this.#dataOf(pair.value),
      ];
    });
    const texts = this.#texts.get(map)?.texts;
    return texts ? withTexts(entries, texts) : entries;
  }

  #itemsAfter(list: unknown, { inserted, removed }: ListChange): unknown[] {
    const items = isSeq(list) ? list.items : [];
    const result: unknown[] = [];
    for (let index = 0; index <= items.length; index++) {
      for (const record of inserted.get(index) ?? []) result.push(plainOf(record));
      if (index < items.length && !removed.has(index)) result.push(this.#dataOf(items[index]));
    }
    return result;
  }

  #listOf(key: string): ListChange {
    let change = this.#lists.get(key);
    if (!change) this.#lists.set(key, (change = new ListChange()));
    return change;
  }

  #itemsOf(key: string): YAMLSeq['items'] {
    const list = valueOf(this.#file.root, key);
    return isSeq(list) ? list.items : [];
  }

  readonly #indices = new Map<string, ReadonlyMap<number, number>>();

  #indexOf(key: string, start: number): number {
    let indices = this.#indices.get(key);
    if (!indices) {
      indices = new Map(this.#itemsOf(key).map((item, index) => [spanOf(item).start, index]));
      this.#indices.set(key, indices);
    }
    const index = indices.get(start);
    if (index === undefined) throw new EditRefusedError(`No such item of “${key}”.`);
    return index;
  }

  #nodeAt<T>(start: number, is: (one: unknown) => one is T): Found<T> | undefined {
    this.#nodes ??= nodesByStart(this.#file.root);
    return this.#nodes.get(start)?.find((one): one is Found<T> => is(one.node));
  }
}

/** Maps and texts that are values, by the offset at which they begin; outer before inner ones. */
function nodesByStart(root: unknown): Map<number, Found<unknown>[]> {
  const nodes = new Map<number, Found<unknown>[]>();
  const visit = (node: unknown, isInFlow: boolean): void => {
    const { start, end } = spanOf(node);
    if (isMap(node) || (isScalar(node) && end >= start)) {
      const there = nodes.get(start);
      if (there) there.push({ node, isInFlow });
      else nodes.set(start, [{ node, isInFlow }]);
    }
    if (!isMap(node) && !isSeq(node)) return;
    const inner = isInFlow || node.flow === true;
    if (isSeq(node)) for (const item of node.items) visit(item, inner);
    else for (const { value } of node.items) visit(value, inner);
  };
  visit(root, false);
  return nodes;
}

function keysByStart(root: unknown): Map<number, Found<Scalar>> {
  const keys = new Map<number, Found<Scalar>>();
  for (const found of [...nodesByStart(root).values()].flat()) {
    if (!isMap(found.node)) continue;
    const isInFlow = found.isInFlow || found.node.flow === true;
    for (const { key } of found.node.items) {
      if (isScalar(key)) keys.set(spanOf(key).start, { node: key, isInFlow });
    }
  }
  return keys;
}

/** What is taken out, stretches that overlap as one: neighbours in brackets share their comma. */
function united(removals: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const one of [...removals].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && one.start < last.end) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, one.end) };
    } else {
      result.push(one);
    }
  }
  return result;
}
