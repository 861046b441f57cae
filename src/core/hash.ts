import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256, in lower-case hexadecimal, of a text in the form that the format means: UTF-8, every line
 * end a line feed, no byte order mark. Disk and editor, which differ in these, agree on it.
 */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))));
}
