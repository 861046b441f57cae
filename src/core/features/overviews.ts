/** What views of a whole corpus show, as one part that loads late. */
export { chronologyOf } from './chronology';
export { disagreementsOf, opposedSides } from './disagreements';
export {
  entityClaims,
  entityTypes,
  findEntities,
  mentionLines,
  mentionLinesOf,
  mentioningSources,
} from './entityTree';
export { mapOf } from './map';
export { relationsOf } from './relations';
