import type { QuoteSelector } from '../model';

/** A selector as it is written: keys in canonical order; what is empty or plain is left out. */
export function selectorTexts({ exact, prefix, suffix, occurrence }: QuoteSelector) {
  return {
    exact,
    prefix: prefix || undefined,
    suffix: suffix || undefined,
    occurrence: occurrence === undefined ? undefined : String(occurrence),
  };
}
