import type { ToHost } from '../../map/protocol';

/** More than any picture; a page that sends more is not ours. */
const longestSvg = 50_000_000;

/** A message of the page, if it has the shape of one. Whether it names anything is not known yet. */
export function readMessage(data: unknown): ToHost | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, id, source, claim, tension, quote, on, svg } = data as Record<string, unknown>;
  switch (kind) {
    case 'ready':
      return { kind };
    case 'details':
    case 'open':
    case 'openEntry':
    case 'showMentions':
      return typeof id === 'string' ? { kind, id } : undefined;
    case 'openQuote':
      return typeof tension === 'string' && isIndex(quote) ? { kind, tension, quote } : undefined;
    case 'openClaim':
      return typeof source === 'string' && typeof claim === 'string'
        ? { kind, source, claim }
        : undefined;
    case 'follow':
      return typeof on === 'boolean' ? { kind, on } : undefined;
    case 'export':
      return { kind, svg: isPicture(svg) ? svg : undefined };
    default:
      return undefined;
  }
}

function isPicture(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('<svg') && value.length <= longestSvg;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
