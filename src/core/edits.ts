/** All that changes files, as one part that loads late: with it comes the YAML library. */
export { acceptAll } from './annotate/accept';
export { addClaim } from './annotate/addClaim';
export { annotate, assertEditable, removeMention } from './annotate/annotate';
export { annotateAll } from './annotate/annotateAll';
export { changeMentions, definitionChanges } from './annotate/changeMention';
export { mergeMentions } from './annotate/mergeMentions';
export { rejectAll } from './annotate/reject';
export { splitMention } from './annotate/splitMention';
export { quickFixesFor } from './fix/quickFixes';
export { storeFollowed } from './reanchor/storeFollowed';
