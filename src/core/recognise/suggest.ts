/** All that recognises new names and dates, as one part that loads late. */
export { TextFindings } from './textFindings';
