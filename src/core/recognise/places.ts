import { NameTrie } from './nameTrie';
import { doubtfulZones, peoples, placeNames } from './worldWords';

/** What JavaScript's own data know of the world: no list of ours to keep. */
interface Gazetteer {
  /** The value is the place's name. */
  readonly trie: NameTrie<string>;
  /** Adjectives and inhabitants, in lower case. */
  readonly peoples: ReadonlySet<string>;
}

let made: Gazetteer | undefined;

export function gazetteer(): Gazetteer {
  return (made ??= make());
}

function make(): Gazetteer {
  const countries = regionNames();
  const trie = new NameTrie<string>();
  const listed = placeNames.split(/[|\n]/);
  for (const name of [
    ...countries,
    ...zoneCities(),
    ...listed,
    'lunar South Pole',
    'lunar North Pole',
    'South Pole',
    'North Pole',
  ]) {
    if (name.length > 1) trie.add(name, name);
  }
  const adjectives = [...countries.flatMap(adjectivesOf), ...languageNames()];
  const places = new Set(countries.map((name) => name.toLowerCase()));
  return {
    trie,
    peoples: new Set([...peoples, ...adjectives.filter((one) => !places.has(one))]),
  };
}

function* pairsOfLetters(): Generator<string> {
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) yield String.fromCharCode(first, second);
  }
}

/** Countries and territories; “Myanmar (Burma)” is two names, “X & Y” stays one. */
function regionNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const all = [...pairsOfLetters()].flatMap((code) => names.of(code) ?? []);
  return [...new Set(all)]
    .filter(
      (name) => !/^(?:Pseudo|Unknown|Eurozone|United Nations|European Union|Outlying)/.test(name),
    )
    .flatMap((name) => name.split(/ \(|\)| - | SAR China/))
    .flatMap((name) => (name.includes('&') ? [name, name.replace('&', 'and')] : [name]))
    .filter((name) => name.length > 2);
}

/** Each time zone is named after a city. */
function zoneCities(): string[] {
  return Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
    .map((zone) => (zone.split('/').at(-1) ?? '').replaceAll('_', ' '))
    .filter((name) => !doubtfulZones.has(name.toLowerCase()) && !/[a-z][A-Z]/.test(name));
}

/** “German”, “Japanese”: languages are called as their speakers are. */
function languageNames(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return [...pairsOfLetters()]
    .flatMap((code) => names.of(code.toLowerCase()) ?? [])
    .map((name) => name.toLowerCase())
    .filter((name) => /^[a-z]+$/.test(name));
}

/** What English makes of a country’s name, right or wrong: only what occurs in a text counts. */
function adjectivesOf(country: string): string[] {
  const name = country.toLowerCase();
  if (!/^[a-z]{4,}$/.test(name)) return [];
  const stem = name.replace(/[aeiouy]$/, '');
  const ends = ['n', 'ian', 'ean', 'ese', 'an', 'i', 'ish'];
  const all = [...ends.map((end) => name + end), ...ends.slice(1).map((end) => stem + end)];
  return all.flatMap((one) => [one, `${one}s`]);
}
