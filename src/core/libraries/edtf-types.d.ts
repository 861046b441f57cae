/** The part of the package `edtf` that is used; it ships no types of its own. */
declare module 'edtf' {
  /** @throws where the text is no EDTF expression. */
  export function parse(text: string): { readonly type: string; readonly level: number };
}
