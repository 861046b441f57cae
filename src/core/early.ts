/**
 * What shells need before anything is read. In the Node host everything else of the core loads when
 * it is first used; this is part of the shells, and so holds values only, no classes: there would
 * be two of each.
 */
export { builtinTypes } from './format/builtinTypes';
export { tokenModifiers } from './features/tokens';
