import * as vscode from 'vscode';
import { sayRefusal } from '../commands/editorCommand';
import { pickMention } from '../commands/pickMention';
import type { Corpora, CorpusFolder } from '../corpora';
import { toRange } from '../convert';
import { seedLanguage } from '../language';
import { entityLocation, entryLocation, openLocation } from '../openEntity';
import type { CorpusView } from './corpusView';
import { insertReferences } from './dropReference';
import type { EntitiesView } from './entitiesView';
import { plainReference } from './reference';
import { tell } from './tell';
import { type ViewNode, locateRecord } from './viewNode';

/** An entity that a command is about, and where it was asked for. */
interface Target {
  readonly folder: CorpusFolder;
  readonly entity: string;
  readonly from: vscode.Location | undefined;
}

/** The commands on rows of the views; two of them also on the entity at the cursor. */
export function registerViewCommands(
  corpora: Corpora,
  entities: EntitiesView,
  views: Readonly<Record<string, CorpusView>>,
): vscode.Disposable {
  // From a menu come the row and all that are selected; from a key the id of the view.
  const rows = (argument: unknown, selected: unknown): readonly ViewNode[] => {
    if (typeof argument === 'string') return views[argument]?.view.selection ?? [];
    if (Array.isArray(selected) && selected.every(isNode)) return selected;
    return isNode(argument) ? [argument] : [];
  };
  const onRows = (id: string, run: (nodes: readonly ViewNode[]) => Promise<void>) =>
    vscode.commands.registerCommand(id, (argument: unknown, selected: unknown) =>
      sayRefusal(() => run(rows(argument, selected))),
    );
  const onEntity = (id: string, run: (target: Target) => Promise<void>) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const [node] = rows(argument, undefined);
      // A key that was pressed in a view is not about what stands at the cursor of some editor.
      const isOfView = node !== undefined || typeof argument === 'string';
      const target = isOfView ? node && targetOf(node) : await targetAtCursor(corpora);
      if (target) await sayRefusal(() => run(target));
      else if (isOfView) tell(vscode.l10n.t('Select the row of an entity first.'));
    });
  return vscode.Disposable.from(
    onEntity('glossator.showAllMentions', async ({ folder, entity, from }) =>
      (await import('./viewWork')).showMentionResult(corpora, folder, entity, from),
    ),
    onEntity('glossator.showRelations', async ({ folder, entity, from }) =>
      (await import('./viewWork')).showRelationResult(corpora, folder, entity, from),
    ),
    onEntity('glossator.revealEntity', ({ folder, entity }) => entities.reveal(folder, entity)),
    onEntity('glossator.goToEntityDefinition', async ({ folder, entity }) => {
      if (!(await openLocation(await entityLocation(folder, entity)))) tellUnknown(entity);
    }),
    onEntity('glossator.goToRegistryEntry', async ({ folder, entity }) => {
      if (!(await openLocation(await entryLocation(folder, entity)))) tellUnknown(entity);
    }),
    onRows('glossator.goToRecord', goToRecord),
    onRows('glossator.copyReference', copyReferences),
    onRows('glossator.insertReference', async (nodes) => {
      const { referencesTo } = await import('./viewWork');
      await insertReferences(await referencesTo(nodes));
    }),
  );
}

function isNode(value: unknown): value is ViewNode {
  return typeof value === 'object' && value !== null && 'id' in value && 'folder' in value;
}

function targetOf(node: ViewNode): Target | undefined {
  const { folder, entity } = node;
  return entity === undefined ? undefined : { folder, entity, from: undefined };
}

async function targetAtCursor(corpora: Corpora): Promise<Target | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== seedLanguage) return undefined;
  const picked = await pickMention(corpora, editor);
  if (!picked) return undefined;
  const { here, mention } = picked;
  const range = toRange(here.resolved.source, mention.span);
  const from = new vscode.Location(editor.document.uri, range);
  return { folder: here.file.folder, entity: mention.record.entity, from };
}

function tellUnknown(entity: string): void {
  tell(vscode.l10n.t('The registry has no entity {0}.', entity));
}

/** The YAML that states what the row shows. */
async function goToRecord([node]: readonly ViewNode[]): Promise<void> {
  if (!node?.citation) return;
  const { uri, range } = await locateRecord(node.folder, node.citation.record.place);
  const selection = new vscode.Range(range.start, range.start);
  await vscode.window.showTextDocument(uri, { selection });
}

async function copyReferences(nodes: readonly ViewNode[]): Promise<void> {
  const { referencesTo } = await import('./viewWork');
  const references = await referencesTo(nodes);
  if (references.length === 0) return;
  await vscode.env.clipboard.writeText(references.map(plainReference).join('\n'));
}
