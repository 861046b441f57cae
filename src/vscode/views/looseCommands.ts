import * as vscode from 'vscode';
import { sayRefusal } from '../commands/editorCommand';
import { inTurn } from '../commands/inTurn';
import type { Corpora } from '../corpora';
import type { CorpusView } from './corpusView';
import type { LooseNode } from './looseNodes';
import { tell } from './tell';
import type { ViewNode } from './viewNode';

const work = () => import('./viewWork');

/** What can be done with loose records; each is one decision, and one step to undo. */
export function registerLooseCommands(corpora: Corpora, { view }: CorpusView): vscode.Disposable {
  // From a menu come the row and all that are selected; from a key nothing.
  const rows = (
    argument: unknown,
    selected: unknown,
    otherwise: readonly ViewNode[],
  ): LooseNode[] => {
    const clicked = Array.isArray(selected) ? (selected as ViewNode[]) : [argument as ViewNode];
    const nodes = typeof argument === 'object' && argument !== null ? clicked : otherwise;
    return nodes.filter((node): node is LooseNode => 'loose' in node);
  };
  const register = (id: string, run: (nodes: LooseNode[]) => Promise<void>) =>
    vscode.commands.registerCommand(id, (argument: unknown, selected: unknown) => {
      const nodes = rows(argument, selected, view.selection);
      return inTurn(() => sayRefusal(() => run(nodes)));
    });
  const onRows = (id: string, run: (nodes: LooseNode[]) => Promise<void>) =>
    register(id, async (nodes) => {
      if (nodes.length > 0) await run(nodes);
      else tell(vscode.l10n.t('Select a row of the view Loose Annotations first.'));
    });
  return vscode.Disposable.from(
    register('glossator.placeHere', async (nodes) => (await work()).placeHere(corpora, nodes)),
    // From the palette it is meant for the source that is open, whatever is selected in the view.
    vscode.commands.registerCommand(
      'glossator.acceptAllPlaces',
      (argument: unknown, selected: unknown) =>
        inTurn(() =>
          sayRefusal(async () => (await work()).acceptAll(corpora, rows(argument, selected, []))),
        ),
    ),
    onRows('glossator.choosePlace', async (nodes) => (await work()).choosePlace(nodes)),
    onRows('glossator.acceptPlace', async (nodes) => {
      const { acceptPlaces, choosePlace } = await work();
      const isToChoose = nodes.length === 1 && nodes[0]?.record?.looseness === 'ambiguous';
      await (isToChoose ? choosePlace(nodes) : acceptPlaces(nodes));
    }),
    onRows('glossator.removeLoose', async (nodes) => (await work()).removeLoose(nodes)),
  );
}
