/** A block has about so many characters, and no more than twice as many. */
const usual = 4000;
const most = 2 * usual;

/**
 * A text in blocks, cut where no name goes on: at blank lines, else at the ends of lines or
 * sentences, else between words. Joined they are the text.
 */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let start = 0;
  while (text.length - start > most) {
    const end = cutIn(text, start + usual, start + most);
    blocks.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) blocks.push(text.slice(start));
  return blocks;
}

const cuts = [/\n[ \t\r]*\n/, /\n/, /[.!?]\s/, /\s/];

function cutIn(text: string, from: number, to: number): number {
  const stretch = text.slice(from, to);
  for (const cut of cuts) {
    const found = cut.exec(stretch);
    if (found) return from + found.index + found[0].length;
  }
  return to;
}
