import type { Registry } from '../corpus/registry';
import { type Candidate, rankEntities } from './candidates';
import type { GuessedMention } from './guessMention';

/** From here on an entity is offered as what the words may mean. */
const likely = 0.45;

export interface Meanings {
  /** The text suggests the first of them, or the words are its name. */
  readonly isSure: boolean;
  /** The likeliest first. */
  readonly likely: readonly Candidate[];
  /** All others, by type in the schema's order. */
  readonly others: readonly Candidate[];
}

/**
 * What words may mean: first what the text suggests, then entities of which they are a name, then
 * the one last annotated with, then those whose names are like them.
 */
export function rankMeanings(
  registry: Registry,
  { words, entity, type, value }: Pick<GuessedMention, 'words' | 'entity' | 'type' | 'value'>,
  last?: string,
): Meanings {
  const rankOf = ({ entity: one, score }: Candidate): number => {
    if (one.id === entity) return 4;
    if (type === 'date' && value !== undefined && one.type === 'date' && one.value === value) {
      return 3;
    }
    if (score === 1) return 2;
    if (one.id === last) return 1;
    return score >= likely ? 0 : -1;
  };
  const ranked = rankEntities(registry, words).map((one) => ({ one, rank: rankOf(one) }));
  ranked.sort((a, b) => b.rank - a.rank);
  const types = [...registry.schema.types.keys()];
  const others = ranked.filter(({ rank }) => rank < 0).map(({ one }) => one);
  others.sort((a, b) => types.indexOf(a.entity.type) - types.indexOf(b.entity.type));
  const isSure = (ranked[0]?.rank ?? 0) > 1;
  return { isSure, likely: ranked.filter(({ rank }) => rank >= 0).map(({ one }) => one), others };
}
