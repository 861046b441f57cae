/** What is loaded with the first refactoring. */
import { sayRefusal } from '../commands/editorCommand';
import type { Corpora } from '../corpora';
import { type EntityTarget, type GivenAnswers, answersIn, entityTarget } from './entityTarget';
import { merge } from './merge';
import { renameById, renameByName } from './renameCommands';
import { retype } from './retype';
import { split } from './split';

export { refactorActions } from './codeActions';
export { Renaming } from './rename';

type Run = (target: EntityTarget, given: GivenAnswers) => Promise<void>;

const commands: ReadonlyMap<string, Run> = new Map([
  ['glossator.renameEntity', renameByName],
  ['glossator.renameEntityId', renameById],
  ['glossator.mergeEntity', merge],
  ['glossator.splitEntity', split],
  ['glossator.changeEntityType', retype],
]);

/** Runs a command on an entity: on a row, at the cursor, or as its argument says. */
export async function runCommand(corpora: Corpora, id: string, argument: unknown): Promise<void> {
  await sayRefusal(async () => {
    const target = await entityTarget(corpora, argument);
    if (target) await commands.get(id)?.(target, answersIn(argument));
  });
}
