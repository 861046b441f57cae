import type { Span } from '../model';
import { type Token, tokenAt } from './tokens';

/** How newspapers abbreviate states, behind a town and a comma: “Huntsville, Ala.” */
const abbreviations = new Set(
  `Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev
Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que N.H. N.J. N.M. N.Y. N.C. N.D. R.I. S.C. S.D. D.C.
B.C.`.split(/\s+/),
);

export function statesAbbreviated(tokens: readonly Token[]): Span[] {
  const found: Span[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const { text, start, end, shape } = tokenAt(tokens, at);
    if (shape === 'lower' || tokenAt(tokens, at - 1).text !== ',') continue;
    if (!abbreviations.has(text)) continue;
    const period = tokenAt(tokens, at + 1);
    if (text.endsWith('.')) found.push({ start, end });
    else if (period.text === '.' && period.gap === 'none') found.push({ start, end: period.end });
  }
  return found;
}
