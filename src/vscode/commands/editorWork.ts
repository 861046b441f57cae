/** What the commands of `register.ts` do, as one part that loads late. */
export { claimSelection } from './addClaim';
export { annotateAgain, annotateSelection } from './annotateSelection';
export { type Move, mergeAnnotations, moveBorder, splitAnnotation } from './changeExtent';
export { type Decision, changeMentionsAt } from './changeMention';
export { goToAnnotation } from './goToAnnotation';
export { goToMention } from './nextMention';
export { removeAnnotation } from './removeAnnotation';
