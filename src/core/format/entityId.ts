/** Lower-case words (letters of any script, digits) joined by hyphens. */
const idPattern = /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

export function isEntityId(text: string): boolean {
  return idPattern.test(text);
}
