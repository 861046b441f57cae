/** The core's own work, outside of the editor: what one keystroke in a large source costs. */
import { Corpus, type Host, entityTokens } from '../src/core';
import { describeAll } from '../src/core/anchor';
import { hashOf } from '../src/core/hash';
import { printYaml } from '../src/core/format/yamlPrint';

const keystrokes = 50;

/** Median milliseconds from a keystroke to fresh tokens, by the size of the source. */
export async function keystrokeFigures(): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const [kilobytes, mentions] of [
    [3, 60],
    [100, 1000],
    [1000, 10_000],
  ] as const) {
    figures[`${kilobytes} kB, ${mentions} mentions`] = await keystroke(kilobytes * 1000, mentions);
  }
  return figures;
}

async function keystroke(length: number, mentions: number): Promise<number> {
  let text = textOf(length);
  const corpus = new Corpus(hostOf(text, mentions));
  const [registry] = await Promise.all([corpus.registry(), corpus.source('seeds/a.txt')]);
  const times: number[] = [];
  for (let count = 0; count < keystrokes; count++) {
    const at = Math.floor((text.length * (count + 1)) / (keystrokes + 2));
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    const start = performance.now();
    corpus.edited('seeds/a.txt', [{ start: at, end: at, newText: 'x' }]);
    const resolved = await corpus.source('seeds/a.txt');
    if (!resolved) throw new Error('no source');
    entityTokens(resolved, registry);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[keystrokes >> 1] ?? NaN;
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

function hostOf(text: string, mentions: number): Host {
  const names = [...text.matchAll(/Probe-\d+/g)];
  const step = Math.max(1, Math.floor(names.length / mentions));
  const spans = names
    .filter((_, at) => at % step === 0)
    .map(({ index, 0: name }) => ({ start: index, end: index + name.length }));
  const selectors = describeAll(text, spans);
  const yaml = printYaml({
    source: 'seeds/a.txt',
    sha256: hashOf(text),
    mentions: selectors.map(({ exact, prefix, suffix }, at) => ({
      id: `m${at}`,
      entity: 'probe',
      exact,
      prefix,
      suffix,
    })),
  });
  const files: Record<string, string> = {
    'seeds/a.txt': text,
    'annotations/a.yaml': yaml,
    'annotations/entities/mission.yaml': 'probe:\n  type: mission\n  name: Probe\n',
  };
  return {
    listSources: () => Promise.resolve(['seeds/a.txt']),
    listAnnotations: () =>
      Promise.resolve(Object.keys(files).filter((path) => path.endsWith('.yaml'))),
    read: (path) => Promise.resolve(files[path]),
  };
}
