import { isHead } from './nameRun';
import type { ProperNoun } from './properNouns';
import { type Token, tokenAt } from './tokens';

/** A name's last noun, with its capital and an article, and the name. */
export interface ShortForm {
  readonly short: ProperNoun;
  readonly full: ProperNoun;
}

/**
 * “the Accords” where the text has “Artemis Accords” before: by itself such a noun is no name, but in
 * a text with the whole name it stands for it.
 */
export function shortForms(tokens: readonly Token[], nouns: readonly ProperNoun[]): ShortForm[] {
  const fulls = new Map<string, ProperNoun>();
  const found: ShortForm[] = [];
  let next = 0;
  for (let at = 1; at < tokens.length; at++) {
    for (let noun = nouns[next]; noun && noun.last < at; noun = nouns[++next]) {
      const end = tokenAt(tokens, noun.last);
      if (noun.first < noun.last && isHead(end.lower)) fulls.set(end.lower, noun);
    }
    if (!isShort(tokens, at)) continue;
    const full = fulls.get(tokenAt(tokens, at).lower);
    if (full && nouns[next]?.first !== at) {
      const { start, end } = tokenAt(tokens, at);
      found.push({ short: { first: at, last: at, start, end, isTitled: false }, full });
    }
  }
  return found;
}

function isShort(tokens: readonly Token[], at: number): boolean {
  const { shape, initial, titled, gap } = tokenAt(tokens, at);
  if (shape !== 'capital' || initial || titled || gap !== 'space') return false;
  if (tokenAt(tokens, at - 1).lower !== 'the') return false;
  const behind = tokenAt(tokens, at + 1);
  return behind.gap === 'break' || !/^(?:capital|upper|letter)$/.test(behind.shape);
}
