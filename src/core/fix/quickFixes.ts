import type { Corpus } from '../corpus/corpus';
import type { DiagnosticCode } from '../diagnostic';
import type { Span } from '../model';
import { isEditable } from '../reanchor/quotingRecords';
import { ambiguousFixes, changedFixes, lostFixes, movedFixes } from './anchorFixes';
import {
  duplicateIdFixes,
  missingSourceFixes,
  unknownEntityFixes,
  unknownPropertyFixes,
  unknownTypeFixes,
} from './idFixes';
import type { QuickFix, Trouble } from './quickFix';

type FindFixes = (trouble: Trouble) => QuickFix[] | Promise<QuickFix[]>;

/** What is not here has no answer that a program could know. */
const fixes: Partial<Record<DiagnosticCode, FindFixes>> = {
  'unknown-entity': unknownEntityFixes,
  'unknown-type': unknownTypeFixes,
  'unknown-property': unknownPropertyFixes,
  'duplicate-id': duplicateIdFixes,
  'source-missing': missingSourceFixes,
  'anchor-moved': movedFixes,
  'anchor-changed': changedFixes,
  'anchor-ambiguous': ambiguousFixes,
  'anchor-lost': lostFixes,
};

/** Ways to mend what a diagnostic reports of a file; none for a file whose YAML is broken. */
export async function quickFixesFor(
  corpus: Corpus,
  path: string,
  code: DiagnosticCode,
  span: Span,
): Promise<QuickFix[]> {
  const find = fixes[code];
  const [file, registry] = await Promise.all([corpus.file(path), corpus.registry()]);
  if (!find || !file || !isEditable(file)) return [];
  return find({ corpus, registry, file, span });
}
