/** What the views show, and what is done with it, as one part that loads late. */
export { yearNodes } from './chronologyNodes';
export { disagreementNodes } from './disagreementNodes';
export { typeNodes } from './entityNodes';
export { acceptAll, acceptPlaces, choosePlace, placeHere, removeLoose } from './looseActions';
export { looseNodes } from './looseNodes';
export { showMentionResult } from './mentionResult';
export { referencesTo } from './referenceTo';
export { showRelationResult } from './relationResult';
export { QuoteMarker, openSides } from './sideBySide';
