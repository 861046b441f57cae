/** Text from files, made safe for Markdown, for messages and for labels. */

/** Characters that steer a line or hide in it: a quote must not rearrange its surroundings. */
const steering = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * Text that Markdown shows as it is, on one line: every ASCII punctuation mark becomes a character
 * reference, so that neither Markdown, HTML, an automatic link nor an icon can arise from it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(steering, '\ufffd')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * Text for a message or a label, on one line. The editor makes links and commands of `[…](…)` in
 * its messages, and icons of `$(…)` in its labels: both are taken apart by a space.
 */
export function plainLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(steering, '\ufffd')
    .replaceAll('](', '] (')
    .replaceAll('$(', '$ (');
}

/** A link in Markdown that calls one of our commands. The label is ours; the arguments are plain data. */
export function commandLink(label: string, command: string, args: readonly unknown[]): string {
  return `[${label}](command:${command}?${encodeArguments(JSON.stringify(args))})`;
}

/** Unlike `encodeURIComponent` alone, nothing is left that could end a Markdown link. */
function encodeArguments(json: string): string {
  const percent = (mark: string) => `%${mark.charCodeAt(0).toString(16)}`;
  return encodeURIComponent(json).replace(/[()'!*~_.-]/g, percent);
}
