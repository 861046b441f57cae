import type { Quote, Tension } from '../model';
import { type Findings, MapReader, find } from './mapReader';
import { readRecords, readSelectors } from './readAnnotations';
import type { YamlContents } from './yamlTree';

/** Reads `tensions.yaml`: a map from a tension's id to what it states. */
export function readTensions(yaml: YamlContents, findings: Findings): Tension[] {
  const root = yaml.root && MapReader.over(yaml.root, 'file of tensions', findings);
  if (!root) return [];
  return [...root.keys()].flatMap((id) => {
    const record = MapReader.over(root.node(id), `tension “${id}”`, findings);
    const statement = record?.required('statement');
    if (!record || statement === undefined) return [];
    const quotes = readRecords(record, 'quotes', 'quote', findings, readQuote);
    if (quotes.length === 0) {
      find(findings, 'missing-key', record.span, `The tension “${id}” quotes no source.`);
    }
    const key = root.keySpan(id);
    const place = { ...record.place(), ...(key && { key }) };
    return [{ id, entities: record.texts('entities'), statement, quotes, place }];
  });
}

function readQuote(record: MapReader, findings: Findings): Quote | undefined {
  const source = record.required('source');
  const selectors = readSelectors(record, findings);
  return source !== undefined && selectors
    ? { source, selectors, place: record.place() }
    : undefined;
}
