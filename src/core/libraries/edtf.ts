/** What we use of `edtf`; in a file of its own, so that a build may load it late. */
export { parse } from 'edtf';
