/** Text from files, made safe for Markdown. */

/** Characters that steer the direction of text or hide: a quote must not rearrange its surroundings. */
const steering =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text that Markdown shows as it is, on one line: every ASCII punctuation mark becomes a character
 * reference, so that neither Markdown, HTML, an automatic link nor an icon can arise from it.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(steering, '\ufffd')
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
