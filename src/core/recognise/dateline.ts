/** The day on which a text was written, as it says itself. */
export interface Dateline {
  readonly day: Date;
}

/** A dateline stands at the head of a text. */
export const headLength = 1000;

const oneDay = 86_400_000;

/** The first full date of those at the head of a text. */
export function datelineOf(dates: readonly { readonly value?: string }[]): Dateline | undefined {
  for (const { value } of dates) {
    if (value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
      return { day: new Date(`${value}T00:00:00Z`) };
    }
  }
  return undefined;
}

/**
 * The day of a month that is next to the dateline, in the year before, of or after it. Undefined
 * where there is no such day, or the weekday that the text gives is another.
 */
export function valueNear(
  dateline: Dateline | undefined,
  month: string,
  day: string,
  weekday: number | undefined,
): string | undefined {
  if (!dateline) return undefined;
  const year = dateline.day.getUTCFullYear();
  const near = [year - 1, year, year + 1]
    .map((one) => `${one}-${month}-${day}`)
    .map((value) => ({ value, date: new Date(`${value}T00:00:00Z`) }))
    .filter(
      ({ value, date }) => !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value),
    )
    .map((one) => ({ ...one, distance: Math.abs(one.date.getTime() - dateline.day.getTime()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (!near || near.distance > 200 * oneDay) return undefined;
  return weekday === undefined || near.date.getUTCDay() === weekday ? near.value : undefined;
}
