/**
 * The core's own work, outside of the editor: what one keystroke costs, in fresh tokens and in the
 * check that follows a pause.
 */
import { Corpus, CorpusCheck, type Host, type TextEdit, TokenData, applyEdits } from '../src/core';
import { describeAll } from '../src/core/anchor';
import { hashOf } from '../src/core/hash';
import { printYaml } from '../src/core/format/yamlPrint';

const keystrokes = 50;

/** Median milliseconds after a keystroke, by what is typed in and the size of the source. */
export async function keystrokeFigures(): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const [kilobytes, mentions] of [
    [3, 60],
    [100, 1000],
    [1000, 10_000],
  ] as const) {
    const { text, files } = writtenCorpus(kilobytes * 1000, mentions);
    for (const [where, keystroke] of Object.entries(places)) {
      const name = `${where}, ${kilobytes} kB, ${mentions} mentions`;
      figures[name] = await medianOf(new Typing(text, files), keystroke);
    }
  }
  return figures;
}

/**
 * Where to type, in a text in which every `Probe-…` is a mention; in the YAML always near its
 * beginning, so that nearly all records move.
 */
const places: Record<string, (typing: Typing, count: number) => Promise<void>> = {
  'between mentions': (typing, count) => typing.inSource(typing.mentionAfter(count) - 6, 'x'),
  'in a mention': (typing, count) => typing.inSource(typing.mentionAfter(count) + 4, 'x'),
  'in a mention without a place': async (typing, count) => {
    if (count === 0) await typing.takeOut();
    await typing.inSource(typing.mentionAfter(count) - 6, 'x');
  },
  'in a note in the YAML': (typing) => typing.inYaml('    note: words', 'x'),
  'in a quote in the YAML': (typing) => typing.inYaml('    exact: Probe', 'x'),
  // A key without its colon, as every key is that is being typed.
  'in half a line in the YAML': (typing, count) =>
    count === 0 ? typing.inYaml('    note: words\n', '    a\n') : typing.inYaml('    a', 'x'),
  'in the registry': (typing) => typing.inRegistry('x'),
};

const source = 'seeds/a.txt';
const yaml = 'annotations/a.yaml';
const registry = 'annotations/entities/mission.yaml';

/** Types into a corpus as an editor does, which then asks for tokens and, after a pause, checks. */
class Typing {
  readonly #files: Map<string, string>;
  readonly #corpus: Corpus;
  readonly #check: CorpusCheck;
  #text: string;
  #known: TokenData | undefined;

  constructor(text: string, files: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#files = new Map(files);
    this.#corpus = new Corpus(hostOf(this.#files));
    this.#check = new CorpusCheck(this.#corpus);
  }

  async settle(): Promise<void> {
    await this.#answer();
    await this.#check.run();
  }

  /** The next mention behind the part of the text that so many keystrokes have come to. */
  mentionAfter(count: number): number {
    const from = Math.floor((this.#text.length * (count + 1)) / (keystrokes + 2));
    return this.#text.indexOf('Probe-', from);
  }

  /** Takes a mention out, so that one record has no place. */
  async takeOut(): Promise<void> {
    const start = this.#text.indexOf('Probe-');
    const end = start + /^Probe-\d+/.exec(this.#text.slice(start))![0].length;
    await this.#edit({ start, end, newText: '' });
    await this.settle();
  }

  async inSource(at: number, newText: string): Promise<void> {
    await this.#edit({ start: at, end: at, newText });
  }

  /** Behind words of the annotation file. */
  async inYaml(behind: string, newText: string): Promise<void> {
    await this.#inFile(yaml, behind, newText);
  }

  /** Into the description of an entity near the beginning. */
  async inRegistry(newText: string): Promise<void> {
    await this.#inFile(registry, 'description: words', newText);
  }

  async #inFile(path: string, behind: string, newText: string): Promise<void> {
    const text = this.#files.get(path) ?? '';
    const at = text.indexOf(behind) + behind.length;
    this.#files.set(path, text.slice(0, at) + newText + text.slice(at));
    this.#corpus.changed(path);
    this.#check.changed(path);
    await this.settle();
  }

  async #edit(edit: TextEdit): Promise<void> {
    this.#text = applyEdits(this.#text, [edit]);
    this.#files.set(source, this.#text);
    if (!this.#corpus.edited(source, [edit])) this.#corpus.changed(source);
    this.#check.changed(source);
    await this.settle();
  }

  async #answer(): Promise<void> {
    const [resolved, registry] = await Promise.all([
      this.#corpus.source(source),
      this.#corpus.registry(),
    ]);
    if (!resolved) throw new Error('no source');
    const tokens = new TokenData(resolved, registry, () => 0);
    if (!this.#known || !tokens.editsSince(this.#known)) tokens.all();
    this.#known = tokens;
  }
}

async function medianOf(
  typing: Typing,
  keystroke: (typing: Typing, count: number) => Promise<void>,
): Promise<number> {
  await typing.settle();
  const times: number[] = [];
  for (let count = 0; count < keystrokes; count++) {
    const start = performance.now();
    await keystroke(typing, count);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[keystrokes >> 1] ?? NaN;
}

/**
 * A corpus of many sources, file by file: 20 mentions each, of 2,000 entities, and one claim. One
 * mention is of an entity that the registry does not have, so that there is a finding to wait for.
 */
export function* largeCorpus(sources: number): Generator<readonly [path: string, text: string]> {
  const entities = 2000;
  for (let number = 0; number < sources; number++) {
    const ids = Array.from({ length: 20 }, (_, at) => (number * 7 + at * 131) % entities);
    const sentences = ids.map((id, at) => [
      `Report ${number}.${at} says that `,
      `Probe-${id}`,
      ' will fly.\n',
    ]);
    const text = sentences.flat().join('');
    const [claimed = ''] = sentences[0] ?? [];
    const path = `seeds/s${number}.txt`;
    yield [path, text];
    const mentions = sentences.map(([prefix = '', exact = '', suffix = ''], at) => ({
      id: `m${number}x${at}`,
      entity: number === 0 && at === 0 ? 'probe-unknown' : exact.toLowerCase(),
      ...{ exact, prefix, suffix: suffix.trimEnd() },
    }));
    const claims = [
      {
        ...{ id: `c${number}`, subject: `probe-${ids[0] ?? 0}`, property: 'status' },
        ...{ value: 'planned', exact: `${claimed}Probe-${ids[0] ?? 0} will fly` },
      },
    ];
    yield [
      `annotations/s${number}.yaml`,
      printYaml({ source: path, sha256: hashOf(text), mentions, claims }),
    ];
  }
  const all = Array.from({ length: entities }, (_, id) => id);
  const registry = all.map(
    (id) => [`probe-${id}`, { type: 'mission', name: `Probe-${id}` }] as const,
  );
  yield ['annotations/entities/mission.yaml', printYaml(Object.fromEntries(registry))];
}

function textOf(length: number): string {
  const sentences: string[] = [];
  for (let size = 0, at = 0; size < length; at++) {
    const sentence = `Report ${at} says that Probe-${at} will fly in ${1900 + (at % 200)} to station ${at * 7}.\n`;
    sentences.push(sentence);
    size += sentence.length;
  }
  return sentences.join('');
}

function writtenCorpus(length: number, mentions: number) {
  const text = textOf(length);
  const names = [...text.matchAll(/Probe-\d+/g)];
  const step = Math.max(1, Math.floor(names.length / mentions));
  const spans = names
    .filter((_, at) => at % step === 0)
    .map(({ index, 0: name }) => ({ start: index, end: index + name.length }));
  const selectors = describeAll(text, spans);
  const records = selectors.map(({ exact, prefix, suffix }, at) => ({
    id: `m${at}`,
    entity: 'probe',
    exact,
    prefix,
    suffix,
    ...(at === 2 && { note: 'words' }),
  }));
  const entities = records.map(
    ({ id }) => [`${id}-entity`, { type: 'mission', name: id, description: 'words' }] as const,
  );
  const files = new Map([
    [source, text],
    [yaml, printYaml({ source, sha256: hashOf(text), mentions: records })],
    [
      registry,
      `probe:\n  type: mission\n  name: Probe\n${printYaml(Object.fromEntries(entities))}`,
    ],
  ]);
  return { text, files };
}

function hostOf(files: ReadonlyMap<string, string>): Host {
  const paths = [...files.keys()];
  return {
    listSources: () => Promise.resolve(paths.filter((path) => path.endsWith('.txt'))),
    listAnnotations: () => Promise.resolve(paths.filter((path) => path.endsWith('.yaml'))),
    read: (path) => Promise.resolve(files.get(path)),
  };
}
