import { type Token, isDash, tokenAt } from './tokens';
import { type Votes, centres, vote } from './votes';
import { cues } from './words';

const where =
  /^(?:in|near|outside|across|throughout|downtown|northern|southern|eastern|western|north|south|east|west)$/;
const settlements =
  /^(?:cit(?:y|ies)|towns?|villages?|communit(?:y|ies)|provinces?|states?|count(?:y|ies)|districts?|enclaves?|boroughs?|municipalit(?:y|ies)|ports?|outskirts|suburbs?|coast|residents?|people|streets?|capital|republics?|kingdom)$/;
const governed = /^(?:mayor|governor|king|queen|emir|sultan|minister|premier|ambassador|consul)$/;

/** “in Sochi”, “the city of Sochi”, “Sochi-based”, “Sochi, Russia”. */
export function votesOfPlace(
  tokens: readonly Token[],
  first: number,
  last: number,
  votes: Votes,
): void {
  const before = tokenAt(tokens, first - 1).lower;
  const isAcronym = tokens[last]?.shape === 'upper';
  if (where.test(before)) vote(votes, 'place', isAcronym ? 1 : 2);
  else if (/^(?:at|from)$/.test(before)) vote(votes, 'place', 1);
  else if (before === 'of') {
    const head = tokenAt(tokens, first - 2).lower;
    if (settlements.test(head) || cues.get(head) === 'place') vote(votes, 'place', 3);
    else if (governed.test(head)) vote(votes, 'place', 2);
  }
  const [dash, based] = [tokenAt(tokens, last + 1), tokenAt(tokens, last + 2)];
  if (isDash(dash) && based.lower === 'based' && based.gap === 'none') vote(votes, 'place', 3);
  const base = tokenAt(tokens, first - 1).lower === 'the' ? first - 2 : first - 1;
  if (
    centres.has(tokenAt(tokens, last).lower) &&
    /^(?:at|to|from)$/.test(tokenAt(tokens, base).lower)
  )
    vote(votes, 'facility', 2);
}
