/** Characters that steer a terminal or rearrange a line. */
const steering = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from a stranger's file, made safe for a line of a terminal. */
export function printable(text: string): string {
  return text.replace(steering, '\ufffd');
}

/** Indented JSON with such characters escaped: the same value for every reader. */
export function printJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return `${json.replace(steering, (character) => (character === '\n' ? '\n' : escape(character)))}\n`;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
