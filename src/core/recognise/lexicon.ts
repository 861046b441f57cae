import { type CommonAcronyms, commonAcronyms, isPlural } from './commonAcronyms';
import { gazetteer } from './places';
import type { Token } from './tokens';
import { commonWords, titles } from './words';

/** What a text itself says of its words: how often each is written small, or with a capital that means something. */
export class Lexicon {
  readonly #small = new Map<string, number>();
  readonly #capital = new Map<string, number>();
  /** Words that stand alone with their capital somewhere. */
  readonly #alone = new Set<string>();
  readonly #peoples = gazetteer().peoples;
  readonly #acronyms: CommonAcronyms;

  constructor(tokens: readonly Token[]) {
    for (const [at, { shape, lower, initial, titled }] of tokens.entries()) {
      if (shape === 'lower') count(this.#small, lower);
      else if ((shape === 'capital' || shape === 'upper') && !initial && !titled)
        count(this.#capital, lower);
      else continue;
      if (shape !== 'lower' && !isJoined(tokens[at - 1]) && !isJoined(tokens[at + 1]))
        this.#alone.add(lower);
    }
    this.#acronyms = commonAcronyms(tokens);
  }

  /** Whether a capital on the word says nothing, here or anywhere. */
  isCommon({ lower, shape }: Token): boolean {
    if (commonWords.has(lower)) return shape !== 'upper' || lower.length > 3;
    if (shape === 'upper') return false;
    const small = this.#small.get(lower) ?? 0;
    return small > 0 && small >= (this.#capital.get(lower) ?? 0);
  }

  /** Whether it stands somewhere without other names beside it. */
  isAlone({ lower }: Token): boolean {
    return this.#alone.has(lower);
  }

  /** Whether the word is written small anywhere in the text. */
  isSmallElsewhere(lower: string): boolean {
    return this.#small.has(lower);
  }

  /** Whether it has a capital where one means something. */
  isCapitalElsewhere(lower: string): boolean {
    return this.#capital.has(lower);
  }

  /** Whether the text shows the word to be an acronym of common nouns. */
  isCommonAcronym({ text }: Token): boolean {
    return isPlural(text) || this.#acronyms.nouns.has(text);
  }

  /** Whether the text shows the word to be the acronym of a name. */
  isNameAcronym({ text }: Token): boolean {
    return this.#acronyms.names.has(text);
  }

  /** Whether it may stand before a person’s name: “Minister”, and an acronym of such words. */
  isTitle({ lower, text, shape }: Token): boolean {
    if (shape === 'lower') return false;
    const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
    return titles.has(bare) || this.#acronyms.titles.has(text);
  }

  /** “Chinese”, “Americans”, “Catholic”. */
  isPeople({ lower }: Token): boolean {
    if (this.#peoples.has(lower)) return true;
    return /^.{3,12}m[ae]n$/.test(lower) && this.#peoples.has(lower.replace(/(?:wo)?m[ae]n$/, ''));
  }
}

/** What goes on with a name beside it. */
function isJoined(token: Token | undefined): boolean {
  if (token === undefined || token.shape === 'lower') return false;
  return token.shape !== 'mark' ? token.shape !== 'possessive' : token.text === '-';
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
