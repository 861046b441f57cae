import type { Measure } from '../wrapText';

/** How wide a text is in the editor's font; each text is measured once. */
export function measureWith(size: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  let font = '';
  return (text) => {
    const family = getComputedStyle(document.body).fontFamily;
    if (font !== `${size} ${family}`) {
      font = `${size} ${family}`;
      known.clear();
      if (context) context.font = font;
    }
    const width = known.get(text) ?? context?.measureText(text).width ?? text.length * 7;
    known.set(text, width);
    return width;
  };
}
