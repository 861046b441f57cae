import type { YamlRecord } from './yamlPrint';
import type { Texts } from './yamlReplacement';

/**
 * A change of a YAML file, as data. Offsets are UTF-16 code units of the file before any change, as
 * the places of records say them.
 */
export type YamlOperation =
  /** One more record in the list under a top-level key, before the item at an offset, or last. */
  | {
      readonly do: 'insert item';
      readonly key: string;
      readonly before: number | undefined;
      readonly record: YamlRecord;
    }
  /** The record at an offset leaves the list under a top-level key. */
  | { readonly do: 'remove item'; readonly key: string; readonly start: number }
  /** One more key of the file's map, before the first that sorts after it. */
  | { readonly do: 'insert entry'; readonly key: string; readonly record: YamlRecord }
  /** The key that begins at an offset, of whatever map, gets another name where it stands. */
  | { readonly do: 'rename key'; readonly start: number; readonly to: string }
  /** Another text in place of the one that begins at an offset. */
  | { readonly do: 'replace text'; readonly start: number; readonly value: string }
  /**
   * Texts under keys of the map that begins at an offset, or of the whole file; `undefined` takes a
   * key out, whatever stands under it. A key that is new goes behind the one before it in `texts`.
   */
  | { readonly do: 'set texts'; readonly start: number | undefined; readonly texts: Texts };
