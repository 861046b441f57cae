import { acronymPairs, looseAcronyms } from './acronyms';
import type { Known } from './nameRecord';
import { spellingKey } from './spelling';
import type { Gathered } from './textEvidence';
import { vote, winnerOf } from './votes';

/** Names that are one thing in the text share what is known of their types: by a name the one that has it all. */
export function grouped({ tokens, nouns, known, records }: Gathered): (one: Known) => Known {
  const leaders = new Map<Known, Known>();
  const join = (own: Known | undefined, leader: Known) => {
    const target = leaders.get(leader) ?? leader;
    if (!own || own === target) return;
    const isAcronym = /^\p{Lu}+$/u.test(own.name);
    for (const [type, weight] of own.votes)
      vote(target.votes, type, type === 'organization' && isAcronym ? 0 : weight);
    target.support += own.support;
    leaders.set(own, target);
  };
  for (const { full, acronym } of acronymPairs(tokens, nouns)) {
    const whole = records.get(full);
    if (whole) join(records.get(acronym), whole);
  }
  for (const { full, acronym } of looseAcronyms(tokens, nouns)) {
    const [whole, own] = [records.get(full), records.get(acronym)];
    const type = whole && winnerOf(whole.votes).type;
    if (own && type !== undefined && type !== 'place') vote(own.votes, type, 3);
  }
  for (const one of known.values()) {
    if (winnerOf(one.votes).type !== 'person') continue;
    const parts = one.name.split(/\s+/);
    if (parts.length < 2 || parts.length > 4) continue;
    for (const part of new Set([parts.at(-1) ?? '', parts[0] ?? ''])) {
      join(known.get(spellingKey(part)), one);
    }
  }
  return (one) => leaders.get(one) ?? one;
}
