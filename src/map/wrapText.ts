/** How wide a text is drawn. */
export type Measure = (text: string) => number;

/**
 * Breaks a text between words into at most so many lines of at most so much width. What does not
 * fit is cut off at the end of the last line, with an ellipsis.
 */
export function wrapText(text: string, width: number, lines: number, measure: Measure): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const found: string[] = [];
  while (words.length > 0 && found.length < lines - 1) {
    let line = words.shift() ?? '';
    for (let next = words[0]; next !== undefined; next = words[0]) {
      if (measure(`${line} ${next}`) > width) break;
      line = `${line} ${next}`;
      words.shift();
    }
    found.push(cut(line, width, measure));
  }
  if (words.length > 0) found.push(cut(words.join(' '), width, measure));
  return found;
}

const letters = new Intl.Segmenter();

/** As much of a text as fits, with an ellipsis where that is not all. */
export function cut(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  const characters = Array.from(letters.segment(text), ({ segment }) => segment);
  let least = 0;
  let most = characters.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(`${characters.slice(0, middle).join('').trimEnd()}…`) <= width) least = middle;
    else most = middle - 1;
  }
  return `${characters.slice(0, least).join('').trimEnd()}…`;
}
