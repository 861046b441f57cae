import { type Token, tokenAt } from './tokens';
import { portfolios } from './words';

const longest = 24;

/**
 * “of Education, Culture, Sports, Science and Technology” behind a minister or a ministry: the index
 * behind it; `from` itself where there is nothing of the kind.
 */
export function portfolioEnd(tokens: readonly Token[], from: number): number {
  const of = tokens[from]?.lower;
  if (of !== 'of' && of !== 'for') return from;
  let end = from;
  for (let at = from + 1; at < tokens.length && at - from < longest; at++) {
    const token = tokenAt(tokens, at);
    if (token.gap === 'break') break;
    if (portfolios.has(token.lower) && token.shape !== 'lower') end = at + 1;
    else if (!['and', ',', '&', 'the', 'for', 'of'].includes(token.lower)) break;
  }
  return end === from ? from : end;
}
