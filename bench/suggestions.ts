/**
 * How well names are found by whoever has never heard of them: ours and those of packages, in the
 * project's own sources. Their annotations are the truth, and nobody is given the registry.
 */
import compromise from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import wink, { type ItemToken } from 'wink-nlp';
import { FolderHost } from '../src/cli/host';
import { Corpus, type Span } from '../src/core';
import { Registry } from '../src/core/corpus/registry';
import { bestOf } from '../src/core/recognise/bestOf';
import { KnownNames } from '../src/core/recognise/knownNames';
import { suggestionsIn } from '../src/core/recognise/suggestions';
import { TextFindings } from '../src/core/recognise/textFindings';

export interface NameFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Of the names found, the share with the right type; undefined for whoever tells none of ours. */
  readonly types?: number;
}

interface Found extends Span {
  readonly type?: string;
}

interface Named {
  readonly text: string;
  /** Outermost names: what stands within another name is no mistake, and no merit. */
  readonly names: readonly (Span & { readonly type: string })[];
  readonly free: readonly Span[];
}

/** Dates and quantities are no names. */
const noNames = new Set(['date', 'quantity']);

export interface SuggestionTimes {
  /** Megabytes a second, of a text that is read for the first time. */
  readonly speed: number;
  /** Median milliseconds after a keystroke, up to the suggestions of a screenful around it. */
  readonly keystroke: number;
}

const keystrokes = 60;
const screenful = 6000;

/** In a text of 1 MB, made of a corpus' sources, with a registry of 10,000 names of its words. */
export async function suggestionTimes(folder: string): Promise<SuggestionTimes> {
  const sources = (await namedSources(folder)).map(({ text }) => text).join('\n\n');
  let text = sources.repeat(Math.ceil(1e6 / sources.length)).slice(0, 1e6);
  const names = new KnownNames(registryOf(sources, 10_000));
  TextFindings.in(text);
  const start = performance.now();
  let findings = TextFindings.in(text);
  const speed = text.length / 1000 / (performance.now() - start);
  findings.proposals(names);
  const times: number[] = [];
  for (let count = 0; count < keystrokes; count++) {
    const at = Math.floor((text.length * (count + 1)) / (keystrokes + 2));
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    const before = performance.now();
    findings = findings.edited(text);
    const [from, to] = findings.blocksIn(at - screenful / 2, at + screenful / 2);
    for (let block = from; block < to; block++) bestOf(findings.proposalsIn(block, names), []);
    times.push(performance.now() - before);
  }
  return { speed, keystroke: times.sort((a, b) => a - b)[keystrokes >> 1] ?? NaN };
}

/** Organizations with names of two words and a number. */
function registryOf(text: string, size: number): Registry {
  const words = [...new Set(text.match(/[A-Za-z]{4,}/g))];
  const word = (at: number) => {
    const found = words[at % words.length] ?? '';
    return found.charAt(0).toUpperCase() + found.slice(1);
  };
  const place = { file: '', span: { start: 0, end: 0 }, values: new Map<string, never>() };
  const entities = Array.from({ length: size }, (_, at) => {
    const name = `${word(at * 7919)} ${word(at * 7919 + 104_729)} ${at % 100}`;
    return { id: `e${at}`, type: 'organization', name, aliases: [], sameAs: [], place };
  });
  return new Registry({ types: new Map(), properties: new Map() }, entities);
}

/** Exact spans of names in all sources of a corpus, by who looks for them. */
export async function nameFigures(folder: string): Promise<Record<string, NameFigures>> {
  const sources = await namedSources(folder);
  return Object.fromEntries(
    Object.entries(finders).map(([name, find]) => [name, figuresOf(sources, find)]),
  );
}

async function namedSources(folder: string): Promise<Named[]> {
  const corpus = new Corpus(new FolderHost(folder));
  const registry = await corpus.registry();
  const sources = await Promise.all((await corpus.sources()).map((path) => corpus.source(path)));
  return sources.flatMap((source) => {
    if (!source) return [];
    const placed = source.placed.flatMap(({ record, span }) => {
      const type = registry.entities.get(record.entity)?.type ?? '';
      return [{ ...span, type, isName: record.kind === 'name' && !noNames.has(type) }];
    });
    const isInner = (one: Span) =>
      placed.some((other) => other !== one && holds(other, one) && !holds(one, other));
    const names = placed.filter((one) => one.isName && !isInner(one));
    return [{ text: source.source.text, names, free: placed }];
  });
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function figuresOf(sources: readonly Named[], find: (text: string) => Found[]): NameFigures {
  let [right, wrong, all, typed] = [0, 0, 0, 0];
  for (const { text, names, free } of sources) {
    const byPlace = new Map(names.map((one) => [keyOf(one), one]));
    all += byPlace.size;
    for (const found of find(text)) {
      const name = byPlace.get(keyOf(found));
      if (name) {
        right++;
        if (name.type === found.type) typed++;
      } else if (!free.some((one) => keyOf(one) === keyOf(found))) {
        wrong++;
      }
    }
  }
  const [precision, recall] = [right / (right + wrong), right / all];
  const f1 = (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, ...(typed > 0 && { types: typed / right }) };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

const nothingKnown = new KnownNames(new Registry({ types: new Map(), properties: new Map() }, []));
const winkNlp = wink(winkModel);

const finders: Record<string, (text: string) => Found[]> = {
  ours: (text) => suggestionsIn(text, nothingKnown, []).filter(({ type }) => !noNames.has(type)),
  'wink-nlp, proper nouns': properNouns,
  'compromise, topics': topics,
};

/** Words that are proper nouns one after the other. */
function properNouns(text: string): Found[] {
  const { its } = winkNlp;
  const runs: { start: number; end: number }[] = [];
  let [at, isOpen] = [0, false];
  winkNlp
    .readDoc(text)
    .tokens()
    .each((token: ItemToken) => {
      const word = token.out();
      const start = text.indexOf(word, at);
      if (start < 0) return;
      at = start + word.length;
      // Of `its`, wink-nlp wants the function itself.
      // eslint-disable-next-line @typescript-eslint/unbound-method
      const isName = token.out(its.pos) === 'PROPN';
      const last = runs.at(-1);
      if (isName && isOpen && last && !text.slice(last.end, start).includes('\n')) last.end = at;
      else if (isName) runs.push({ start, end: at });
      isOpen = isName;
    });
  return runs;
}

/** People, places and organizations. */
function topics(text: string): Found[] {
  const found = compromise(text).topics().json({ offset: true }) as {
    text: string;
    offset: { start: number; length: number };
  }[];
  return found.map(({ text: words, offset }) => {
    const bare = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const start = text.indexOf(bare, offset.start);
    return { start, end: start + bare.length };
  });
}
