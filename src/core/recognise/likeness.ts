import type { ProperNoun } from './properNouns';
import { type Token, tokenAt } from './tokens';

/** No list has more members, as far as we follow it. */
const longestList = 20;

/** Names that stand in one list, as “Ganymede, Callisto and Europa”: such are things of one kind. */
export function listsOf(
  tokens: readonly Token[],
  nouns: readonly ProperNoun[],
): (readonly ProperNoun[])[] {
  const lists: ProperNoun[][] = [];
  let list: ProperNoun[] = [];
  let isClosed = false;
  const finish = () => {
    if (isClosed) lists.push(list);
    isClosed = false;
  };
  for (const noun of nouns) {
    const before = list.at(-1);
    const link: ReturnType<typeof linkOf> =
      before && !isClosed ? linkOf(tokens, before, noun) : undefined;
    if (link === undefined || list.length >= longestList) {
      finish();
      list = [noun];
      continue;
    }
    list.push(noun);
    isClosed = link === 'last';
  }
  finish();
  return lists;
}

/** Whether only a comma parts two names, or “and”, which ends a list. */
function linkOf(
  tokens: readonly Token[],
  before: ProperNoun,
  noun: ProperNoun,
): 'comma' | 'last' | undefined {
  if (noun.first - before.last > 4) return undefined;
  const words: string[] = [];
  for (let at = before.last + 1; at < noun.first; at++) {
    const { lower } = tokenAt(tokens, at);
    if (lower !== 'the') words.push(lower);
  }
  switch (words.join(' ')) {
    case ',':
      return 'comma';
    case 'and':
    case 'or':
    case ', and':
    case ', or':
      return 'last';
    default:
      return undefined;
  }
}
