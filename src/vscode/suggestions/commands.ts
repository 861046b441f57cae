import * as vscode from 'vscode';
import { type Chosen } from '../../core';
import { sayRefusal } from '../commands/editorCommand';
import { inTurn } from '../commands/inTurn';
import type { Corpora, CorpusFolder } from '../corpora';
import { tell } from '../views/tell';
import { cancellable } from './cancellable';
import { suggestionCommands } from './commandIds';
import { accept, acceptAs, reject } from './decisions';
import { findAll } from './finder';
import { goToSuggestion } from './goTo';
import { type SuggestionNode, isSuggestionNode } from './nodes';
import { type SuggestionTarget, targetAtCursor, targetOf } from './target';
import { type SuggestionsView, suggestionsViewId } from './view';

type Decide = (folder: CorpusFolder, chosen: readonly Chosen[]) => Promise<boolean>;

/** What each command does, with the arguments that it is given. */
export type SuggestionCommands = ReadonlyMap<string, (given: readonly unknown[]) => Promise<void>>;

/** What may be done with suggestions: at the cursor, from a link, on rows, on all that are checked. */
export function suggestionRunners(corpora: Corpora, view: SuggestionsView): SuggestionCommands {
  const queued =
    (run: (given: readonly unknown[]) => Promise<void>) => (given: readonly unknown[]) =>
      inTurn(() => sayRefusal(() => run(given)));
  const onSuggestion = (decide: Decide) =>
    queued((given) => decideAt(corpora, view, given, decide));
  const onCursor = (step: 1 | -1) =>
    queued(async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor) await goToSuggestion(corpora, editor, step);
    });
  const onChecked = (decide: Decide) =>
    queued(async () => {
      for (const [folder, chosen] of await view.checked()) await decide(folder, chosen);
    });
  const { accept: acceptId, acceptAs: acceptAsId, reject: rejectId, ...all } = suggestionCommands;
  return new Map([
    ['glossator.nextSuggestion', onCursor(1)],
    ['glossator.previousSuggestion', onCursor(-1)],
    [acceptId, onSuggestion(accept)],
    [acceptAsId, onSuggestion(acceptAs)],
    [rejectId, onSuggestion((folder, chosen) => reject(folder, chosen))],
    [all.rejectInSource, onSuggestion((folder, chosen) => reject(folder, chosen, 'source'))],
    [all.acceptInSource, onSuggestion((folder, chosen) => accept(folder, inSources(chosen)))],
    [
      all.acceptInCorpus,
      onSuggestion(async (folder, chosen) => {
        const all = await inCorpus(folder, chosen);
        return all !== undefined && (await isMeant(all)) && accept(folder, all);
      }),
    ],
    ['glossator.acceptCheckedSuggestions', onChecked(accept)],
    ['glossator.rejectCheckedSuggestions', onChecked((folder, chosen) => reject(folder, chosen))],
    ['glossator.groupSuggestionsByEntity', () => view.group('entity')],
    ['glossator.groupSuggestionsBySource', () => view.group('source')],
    ['glossator.filterSuggestions', () => view.askFilter()],
  ]);
}

/** At the cursor a decision leads on to the next suggestion, and so does a cursor that is at none. */
async function decideAt(
  corpora: Corpora,
  view: SuggestionsView,
  given: readonly unknown[],
  decide: Decide,
): Promise<void> {
  const nodes = rowsOf(view, given);
  if (nodes) {
    for (const [folder, chosen] of byFolder(nodes)) await decide(folder, chosen);
  } else if (typeof given[0] === 'string') {
    const target = await targetOf(corpora, given);
    if (target) await decideOn(target, decide);
    else tell(vscode.l10n.t('The source has changed meanwhile; this is not suggested any more.'));
  } else {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const target = await targetAtCursor(corpora, editor);
    if (!target || (await decideOn(target, decide))) await goToSuggestion(corpora, editor, 1);
  }
}

function decideOn({ file, ...chosen }: SuggestionTarget, decide: Decide): Promise<boolean> {
  return decide(file.folder, [chosen]);
}

/** From a menu come the row and all that are selected; from a key in the view its id. */
function rowsOf(
  view: SuggestionsView,
  [first, selected]: readonly unknown[],
): readonly SuggestionNode[] | undefined {
  if (first === suggestionsViewId) return view.tree.view.selection.filter(isSuggestionNode);
  if (!isSuggestionNode(first)) return undefined;
  return Array.isArray(selected) && selected.includes(first)
    ? selected.filter(isSuggestionNode)
    : [first];
}

/** What is chosen twice, with the row that it is below of, counts once. */
function byFolder(nodes: readonly SuggestionNode[]): Map<CorpusFolder, Chosen[]> {
  const chosen = new Map<CorpusFolder, Set<Chosen>>();
  for (const node of nodes) {
    const own = chosen.get(node.folder) ?? new Set();
    for (const one of node.chosen) own.add(one);
    chosen.set(node.folder, own);
  }
  return new Map([...chosen].map(([folder, own]) => [folder, [...own]]));
}

function subjectsOf(chosen: readonly Chosen[]): ReadonlySet<string> {
  return new Set(chosen.map(({ suggestions, suggestion }) => suggestions.subjectOf(suggestion)));
}

/** All of the same entities, in the same sources. */
function inSources(chosen: readonly Chosen[]): Chosen[] {
  const subjects = subjectsOf(chosen);
  const sources = new Set(chosen.map(({ suggestions }) => suggestions));
  return [...sources].flatMap((suggestions) =>
    suggestions.all
      .filter((suggestion) => subjects.has(suggestions.subjectOf(suggestion)))
      .map((suggestion) => ({ suggestions, suggestion })),
  );
}

/** All of the same entities, in all sources of the folder; undefined where that was cancelled. */
async function inCorpus(
  folder: CorpusFolder,
  chosen: readonly Chosen[],
): Promise<Chosen[] | undefined> {
  const subjects = subjectsOf(chosen);
  const all = await cancellable(vscode.l10n.t('Looking through all sources'), (token) =>
    findAll(folder, () => true, token),
  );
  return all?.filter((one) => subjects.has(one.suggestions.subjectOf(one.suggestion)));
}

/** So many places are annotated without a question: one sees them, and one step undoes them. */
const unasked = 20;

/** A single click must not write many files: whoever makes it is told how many. */
async function isMeant(all: readonly Chosen[]): Promise<boolean> {
  if (all.length <= unasked) return true;
  const sources = new Set(all.map(({ suggestions }) => suggestions.path)).size;
  const question =
    sources === 1
      ? vscode.l10n.t('Annotate {0} places in 1 source?', all.length)
      : vscode.l10n.t('Annotate {0} places in {1} sources?', all.length, sources);
  const yes = vscode.l10n.t('Annotate');
  return (await vscode.window.showWarningMessage(question, { modal: true }, yes)) === yes;
}
