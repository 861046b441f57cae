/**
 * What shells need only once somebody acts or looks. In the Node host it is a file of its own, which
 * loads with the first of these that is used: so nothing that runs while the extension is activated
 * may use one. What is in it may be there twice, so it keeps nothing that another part changes.
 */
export { looseNodes } from './views/looseNodes';
export { acceptAll, acceptPlaces, choosePlace, placeHere, removeLoose } from './views/looseActions';
export { SampleCorpus } from './sampleCorpus';
export { renderCard } from './cardMarkdown';
export { renderPassage, renderProperty, renderType } from './passageMarkdown';
