import { quoted } from '../diagnostic';
import { type QuotedPlace, quotedPlaceOf } from '../features/yaml/quotedPassage';
import type { QuotingRecord } from '../features/yaml/targets';
import { editYaml } from '../format/yamlEdit';
import type { Span } from '../model';
import { quotesOf } from '../reanchor/quotingRecords';
import { storePlaces } from '../reanchor/storeQuotes';
import type { FileChange } from '../textEdit';
import { type QuickFix, type Trouble, changeOf } from './quickFix';

/** So many places are offered; whoever has more annotates the words anew. */
const shownPlaces = 10;

/** The words at the place are taken for what is quoted. */
export async function changedFixes(trouble: Trouble): Promise<QuickFix[]> {
  const place = await placeHere(trouble);
  if (place?.anchored.span === undefined) return [];
  const { segments } = place.anchored;
  const words = segments.map((span) => place.resolved.source.slice(span)).join(' … ');
  const title = `Store the words that stand there now: ${quoted(words)}`;
  return [{ title, isPreferred: true, changes: () => store(trouble, place, segments) }];
}

/** The place is taken for the record's, which goes where it belongs in the file. */
export async function movedFixes(trouble: Trouble): Promise<QuickFix[]> {
  const place = await placeHere(trouble);
  const span = place?.anchored.span;
  if (!span) return [];
  const line = place.resolved.source.positionAt(span.start).line + 1;
  const { segments } = place.anchored;
  const title = `Accept its place on line ${line}`;
  return [{ title, isPreferred: true, changes: () => store(trouble, place, segments) }];
}

/** One for each place that may be meant. */
export async function ambiguousFixes(trouble: Trouble): Promise<QuickFix[]> {
  const place = await placeHere(trouble);
  if (place?.anchored.record.selectors.length !== 1) return [];
  const { source } = place.resolved;
  return place.anchored.candidates.slice(0, shownPlaces).map((span) => {
    const { line } = source.positionAt(span.start);
    const around = {
      start: Math.max(source.lineAt(line).start, span.start - 20),
      end: span.end + 20,
    };
    const title = `Take the one on line ${line + 1}: ${quoted(source.slice(around).trim())}`;
    return { title, changes: () => store(trouble, place, [span]) };
  });
}

/** The record goes; a quote of a tension is no item of the file's own and stays. */
export function lostFixes(trouble: Trouble): QuickFix[] {
  const { file, span } = trouble;
  return (['mentions', 'claims'] as const).flatMap((key) => {
    const record = file.annotations?.[key].find((one) => isAt(one, span));
    if (!record) return [];
    const title = key === 'mentions' ? 'Remove this mention' : 'Remove this claim';
    const { start } = record.place.span;
    const remove = (text: string) => editYaml(text, [{ do: 'remove item', key, start }]);
    return [{ title, changes: async () => [await changeOf(trouble, remove)] }];
  });
}

/** The record that a diagnostic of an anchor stands at, and its place. */
async function placeHere({ corpus, file, span }: Trouble): Promise<QuotedPlace | undefined> {
  const target = quotesOf(file).find(({ record }) => isAt(record, span));
  return target && quotedPlaceOf(corpus, file, target);
}

function isAt({ place }: QuotingRecord, span: Span): boolean {
  return (place.values.get('exact') ?? place.span).start === span.start;
}

/** Quotes the words at some places with the context that tells them there. */
async function store(
  { corpus, file }: Trouble,
  { resolved, anchored: { record } }: QuotedPlace,
  spans: readonly Span[],
): Promise<FileChange[]> {
  return [await storePlaces(corpus, resolved, file, [{ record, spans }])];
}
