import { type Corpus, type Statistics, statisticsOf } from '../core';
import { printJson, printable } from './print';

/** Prints how much there is of everything. */
export async function runStats(corpus: Corpus, format: 'text' | 'json'): Promise<number> {
  const statistics = await statisticsOf(corpus);
  process.stdout.write(format === 'json' ? printJson(statistics) : printText(statistics));
  return 0;
}

function printText({ sources, types, ...totals }: Statistics): string {
  const bySource = sources.map(({ source, mentions, claims, entities, coverage }) => [
    source,
    mentions,
    claims,
    entities,
    `${(100 * coverage).toFixed(0)} %`,
  ]);
  const byType = types.map(({ type, entities, defined, mentions, claims }) => [
    type,
    entities,
    defined,
    mentions,
    claims,
  ]);
  const anchors = Object.entries(totals.anchors).map(([status, count]) => `${count} ${status}`);
  return [
    ...table(['source', 'mentions', 'claims', 'entities', 'words covered'], bySource),
    '',
    ...table(['type', 'entities', 'defined', 'mentions', 'claims'], byType),
    '',
    ...table(['mentions', ...typesOf(sources)], mentionsByType(sources)),
    '',
    `${totals.entities} entities, ${totals.mentions} mentions, ${totals.claims} claims`,
    `anchors: ${anchors.join(', ')}`,
    `contradictions: ${totals.contradictions}, tensions: ${totals.tensions}`,
    '',
  ].join('\n');
}

function typesOf(sources: Statistics['sources']): string[] {
  return [...new Set(sources.flatMap(({ mentionsByType: counts }) => Object.keys(counts)))].sort();
}

function mentionsByType(sources: Statistics['sources']): (string | number)[][] {
  const types = typesOf(sources);
  return sources.map(({ source, mentionsByType: counts }) => [
    source,
    ...types.map((type) => counts[type] ?? 0),
  ]);
}

/** Columns wide enough for what stands in them; the first to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = [head, ...rows.map((row) => row.map((cell) => printable(String(cell))))];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
