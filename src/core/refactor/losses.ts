import { wordsOf } from '../corpus/anchored';
import { quoted } from '../diagnostic';
import type { Claim, Mention, Rejection } from '../model';
import { EditRefusedError } from '../textEdit';

const knownKeys = {
  mentions: ['id', 'entity', 'kind', 'role'],
  claims: ['id', 'subject', 'property', 'value'],
  rejected: ['entity', 'scope'],
} as const;
const quoting = ['exact', 'prefix', 'suffix', 'occurrence', 'segments'];

/**
 * A key of a record that would go with it: what says nothing but which words mean what is not
 * counted, nor what is taken along.
 */
export function keyLost(
  { place }: Mention | Claim | Rejection,
  list: keyof typeof knownKeys,
  taken: readonly string[] = [],
): string | undefined {
  const known: readonly string[] = [...quoting, ...knownKeys[list], ...taken];
  return [...place.values.keys()].find((one) => !known.includes(one));
}

/**
 * A record that goes since another says the same must not say more than that.
 * @throws {EditRefusedError}
 */
export function refuseToLose(
  record: Mention | Claim | Rejection,
  list: keyof typeof knownKeys,
): void {
  const more = keyLost(record, list);
  if (more === undefined) return;
  throw new EditRefusedError(
    `Two records would say the same of ${quoted(wordsOf(record))}, but one of them has a key “${more}”; remove one by hand.`,
  );
}

/**
 * A mention has one kind: where two become one, neither must be lost.
 * @throws {EditRefusedError} naming both kinds.
 */
export function refuseOtherKind(kept: Mention, gone: Mention): void {
  if (kept.kind === gone.kind) return;
  throw new EditRefusedError(
    `The mention ${quoted(wordsOf(kept))} is of the kind “${kept.kind}”, and ${quoted(wordsOf(gone))} of the kind “${gone.kind}”; give both the same kind first.`,
  );
}
