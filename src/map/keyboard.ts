export type Direction = 'up' | 'down' | 'left' | 'right';

/** Something that can have the focus, with its place. */
export interface Spot {
  readonly id: string;
  /** Spots of one lane are in line: up and down lead through it. */
  readonly lane: number;
  readonly x: number;
  readonly y: number;
}

/**
 * The spot to which an arrow key leads: along the lane to the next one, across to the nearest in the
 * next lane that has any. Undefined at the edge, and where the present one is not there.
 */
export function spotTowards(
  spots: readonly Spot[],
  present: string,
  direction: Direction,
): string | undefined {
  const here = spots.find(({ id }) => id === present);
  if (!here) return undefined;
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const ahead =
    direction === 'up' || direction === 'down'
      ? spots.filter(({ lane, y }) => lane === here.lane && (y - here.y) * sign > 0)
      : nextLane(spots, here, sign);
  const distance = (spot: Spot) => Math.hypot(spot.y - here.y, (spot.x - here.x) / 4);
  return ahead.reduce<Spot | undefined>((best, spot) => {
    return best === undefined || distance(spot) < distance(best) ? spot : best;
  }, undefined)?.id;
}

function nextLane(spots: readonly Spot[], here: Spot, sign: 1 | -1): readonly Spot[] {
  const ahead = spots.filter(({ lane }) => (lane - here.lane) * sign > 0);
  const nearest = Math.min(...ahead.map(({ lane }) => Math.abs(lane - here.lane)));
  return ahead.filter(({ lane }) => Math.abs(lane - here.lane) === nearest);
}
