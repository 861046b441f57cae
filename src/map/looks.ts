import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';

/** How a type is told from others: by colour, and by shape for whom colours tell nothing. */
export interface Look {
  /** A class of map.css. */
  readonly tone: string;
  readonly shape: SymbolType;
}

const known: Readonly<Record<string, Look>> = {
  agreement: { tone: 'tone-purple', shape: symbolSquare },
  programme: { tone: 'tone-cyan', shape: symbolDiamond },
  mission: { tone: 'tone-orange', shape: symbolTriangle },
  spacecraft: { tone: 'tone-red', shape: symbolStar },
  instrument: { tone: 'tone-magenta', shape: symbolWye },
  facility: { tone: 'tone-blue', shape: symbolSquare },
  organization: { tone: 'tone-green', shape: symbolCircle },
  place: { tone: 'tone-yellow', shape: symbolDiamond },
  person: { tone: 'tone-magenta', shape: symbolTriangle },
  publication: { tone: 'tone-grey', shape: symbolSquare },
  event: { tone: 'tone-red', shape: symbolCross },
};

const tones = ['purple', 'cyan', 'orange', 'blue', 'green', 'yellow', 'red', 'magenta'];
const shapes = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolCross,
  symbolWye,
];

/** Types of a schema's own take looks in turn, by their place in it. */
export function lookOf(type: string, place: number): Look {
  const own = Object.hasOwn(known, type) ? known[type] : undefined;
  if (own) return own;
  const tone = tones[place % tones.length] ?? 'grey';
  return { tone: `tone-${tone}`, shape: shapes[place % shapes.length] ?? symbolCircle };
}

/** The outline of a mark that takes up as much as a circle of the radius. */
export function shapePath({ shape }: Look, radius: number): string {
  return symbol(shape, Math.PI * radius ** 2).digits(2)() ?? '';
}
