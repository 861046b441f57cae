import type { ProperNoun } from './properNouns';
import type { Token } from './tokens';
import { type Votes, centres, vote } from './votes';
import { givenNames, heads, newsMedia, portfolios } from './words';

/** What a name itself says of its type. */
export function votesOfName(
  tokens: readonly Token[],
  { first, last, isTitled }: ProperNoun,
  votes: Votes,
): void {
  const own = tokens.slice(first, last + 1);
  const head = headOf(own);
  if (isTitled && !head) vote(votes, 'person', 4);
  if (head) vote(votes, head, 6);
  const isCentre = centres.has(own.at(-1)?.lower ?? '');
  if (isCentre && !own.some(({ shape }) => shape === 'lower')) vote(votes, 'facility', 7);
  const [only] = own;
  if (own.length === 1 && only) votesOfWord(only, votes);
  if (own.length > 1 && isNumbered(own)) vote(votes, 'mission', 3);
  if (own.length === 1 && /\p{L}\d+$/u.test(only?.text ?? '')) vote(votes, 'spacecraft', 1);
  if (/^[js]r\.?$/.test(own.at(-1)?.lower ?? '')) vote(votes, 'person', 5);
  if (!head && looksLikePerson(own)) {
    vote(votes, 'person', givenNames.has(only?.lower ?? '') ? 4 : 0.8);
    // “Staffan de Mistura”
    if (own.length === 3 && own[1]?.shape === 'lower') vote(votes, 'person', 0.5);
  }
  vote(votes, 'organization', 1);
}

function votesOfWord({ shape, lower }: Token, votes: Votes): void {
  if (shape === 'upper') vote(votes, 'organization', 1.5);
  if (newsMedia.has(lower)) vote(votes, 'publication', 6);
  if (shape !== 'capital') return;
  for (const [type, list] of heads) if (list.has(lower)) vote(votes, type, 1.5);
}

/** The noun that says what is named: before “of”, else the last one. */
function headOf(own: readonly Token[]): string | undefined {
  const lowerAt = own.findIndex(({ shape, lower }) => shape === 'lower' && lower !== 'and');
  const isOfPlace = headTypes.get(own[lowerAt - 1]?.lower ?? '') === 'place';
  const candidates =
    lowerAt > 0
      ? // “Bank of Ireland”, but “Republic of Singapore Navy”.
        isOfPlace
        ? [own.at(-1), own[lowerAt - 1]]
        : [own[lowerAt - 1], own.at(-1)]
      : [own.at(-1), ...(isNumbered(own) ? [own.at(-2)] : [])];
  for (const one of candidates) {
    if (!one || one.shape === 'lower' || (own.length === 1 && one.shape === 'upper')) continue;
    const type = own.length > 1 ? headTypes.get(one.lower) : undefined;
    if (type) return type;
  }
  return own.length > 1 ? leadingType(own) : undefined;
}

/** “Lake Baikal”, “Hurricane Dennis”, “Tropical Storm Gert”, “USS Arizona”. */
function leadingType(own: readonly Token[]): string | undefined {
  const [first, second] = own;
  if (shipPrefixes.has(first?.text ?? '')) return 'spacecraft';
  const words = own.length > 2 ? [first, second] : [first];
  for (const word of words) {
    const type = leading.get(word?.lower ?? '');
    if (type) return type;
  }
  return own.some(({ lower }) => headTypes.get(lower) === 'event') ? 'event' : undefined;
}

/** The first type that has a head. */
const headTypes = new Map<string, string>();
for (const [type, list] of heads)
  for (const head of list) if (!headTypes.has(head)) headTypes.set(head, type);

/** Heads that stand before the name proper. */
const leading = new Map(
  Object.entries({
    place: 'lake mount cape isle river gulf crater fort santa san',
    event: 'hurricane typhoon cyclone storm operation exercise',
    facility: 'camp hotel pier launchpad',
    organization: 'bank banco radio team banque',
    spacecraft: 'shuttle telescope satellite',
    programme: 'project',
  }).flatMap(([type, list]) => list.split(' ').map((word) => [word, type] as const)),
);

/** What navies put before a ship’s name. */
export const shipPrefixes: ReadonlySet<string> = new Set(
  `USS USNS USCGC HMS HMAS HMCS HMNZS RFA INS JS JDS ROKS RSS KD KDB KRI BRP PNS SAS FS FGS ITS ESPS
ORP HNLMS HDMS HNoMS HSwMS TCG RV MV MS SS RMS`.split(/\s+/),
);

/** “Artemis IV”, “Chang’e-7”: a designation with a number. */
function isNumbered(own: readonly Token[]): boolean {
  const last = own.at(-1);
  return last !== undefined && (last.shape === 'number' || /^[IVX]+$/.test(last.text));
}

function looksLikePerson(own: readonly Token[]): boolean {
  if (own.length < 2 || own.length > 4) return false;
  return own.every(
    ({ shape, text, lower }) =>
      (shape === 'capital' && !/\d/.test(text) && !portfolios.has(lower)) ||
      (shape === 'letter' && text.endsWith('.')) ||
      shape === 'lower',
  );
}
