import { parse } from '../libraries/edtf';

/** Longer than any date; beyond it the parser's work would be a stranger's to choose. */
const maxLength = 80;

/** Whether a text is a date or period in EDTF (ISO 8601-2), any level. */
export function isEdtf(text: string): boolean {
  if (text.length > maxLength) return false;
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
