import type { ToHost } from '../../map/protocol';

/** More than any picture; a page that sends more is not ours. */
const longestSvg = 50_000_000;

/** A message of the page, if it has the shape of one. Whether it names anything is not known yet. */
export function readMessage(data: unknown): ToHost | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, id, source, start, end, claim, on, svg } = data as Record<string, unknown>;
  switch (kind) {
    case 'ready':
      return { kind };
    case 'details':
    case 'open':
    case 'openEntry':
    case 'showMentions':
      return typeof id === 'string' ? { kind, id } : undefined;
    case 'openQuote':
      return typeof source === 'string' && isOffset(start) && isOffset(end) && start <= end
        ? { kind, source, start, end }
        : undefined;
    case 'openClaim':
      return typeof source === 'string' && typeof claim === 'string'
        ? { kind, source, claim }
        : undefined;
    case 'follow':
      return typeof on === 'boolean' ? { kind, on } : undefined;
    case 'export':
      return typeof svg === 'string' && svg.startsWith('<svg') && svg.length <= longestSvg
        ? { kind, svg }
        : undefined;
    default:
      return undefined;
  }
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
