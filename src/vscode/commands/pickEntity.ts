import * as vscode from 'vscode';
import {
  type Candidate,
  type Corpus,
  type NewEntity,
  type Registry,
  entityIdFor,
  isEdtf,
  isEntityId,
  rankEntities,
} from '../../core';
import { plainLabel } from '../markdown';

/** From here on an entity is offered as what the words may mean. */
const likely = 0.45;

interface EntityItem extends vscode.QuickPickItem {
  /** Undefined: create a new one. */
  readonly entity?: string;
}

/** An id of the registry, a new entity, or undefined where the user gave up. */
export async function pickEntity(
  corpus: Corpus,
  text: string,
): Promise<string | NewEntity | undefined> {
  const registry = await corpus.registry();
  const picked = await vscode.window.showQuickPick(entityItems(registry, text), {
    title: vscode.l10n.t('Annotate “{0}” as', plainLabel(oneLine(text))),
    placeHolder: vscode.l10n.t('The entity that these words mention'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  return picked.entity ?? createEntity(registry, oneLine(text));
}

function entityItems(registry: Registry, text: string): EntityItem[] {
  const candidates = rankEntities(registry, text);
  const first = candidates.filter(({ score }) => score >= likely);
  const others = candidates.filter(({ score }) => score < likely);
  const types = [...registry.schema.types.keys()];
  others.sort((a, b) => types.indexOf(a.entity.type) - types.indexOf(b.entity.type));
  return [
    ...section(vscode.l10n.t('likely'), first, registry),
    {
      label: `$(add) ${vscode.l10n.t('Create a new entity…')}`,
      alwaysShow: true,
    },
    ...section(vscode.l10n.t('all others'), others, registry),
  ];
}

function section(
  label: string,
  candidates: readonly Candidate[],
  registry: Registry,
): EntityItem[] {
  if (candidates.length === 0) return [];
  const separator = { label, kind: vscode.QuickPickItemKind.Separator };
  return [separator, ...candidates.map(({ entity }) => entityItem(entity, registry))];
}

function entityItem(entity: Candidate['entity'], registry: Registry): EntityItem {
  const type = registry.typeOf(entity);
  const names = entity.aliases.join(' · ');
  return {
    entity: entity.id,
    label: plainLabel(entity.name),
    iconPath: new vscode.ThemeIcon(type.icon),
    description: plainLabel(`${type.label} · ${entity.id}`),
    detail: plainLabel([names, entity.description].filter(Boolean).join(' — ')),
  };
}

async function createEntity(registry: Registry, text: string): Promise<NewEntity | undefined> {
  const title = vscode.l10n.t('New entity');
  const type = await pickType(registry, title);
  if (type === undefined) return undefined;
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Its name, as the corpus is to call it'),
    value: text,
    validateInput: (value) =>
      value.trim() === '' ? vscode.l10n.t('An entity needs a name.') : undefined,
  });
  if (name === undefined) return undefined;
  const value = await askValue(type, title, name);
  if (value === undefined) return undefined;
  const id = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Its id: lower-case words joined by hyphens, for ever'),
    value: suggestId(registry, type, name, value),
    validateInput: (one) => refuseId(registry, one),
  });
  if (id === undefined) return undefined;
  return { id, type, name: name.trim(), ...(value !== '' && { value }) };
}

/** Dates and quantities have a value; empty: none. Undefined where the user gave up. */
async function askValue(type: string, title: string, name: string): Promise<string | undefined> {
  if (type === 'date') {
    return vscode.window.showInputBox({
      title,
      prompt: vscode.l10n.t('Its value in EDTF, such as 2021-03-09, 2021-03 or 2018/2022'),
      value: isEdtf(name) ? name : '',
      validateInput: (one) =>
        isEdtf(one) ? undefined : vscode.l10n.t('Write a date in EDTF: year, month, day.'),
    });
  }
  if (type !== 'quantity') return '';
  const prompt = vscode.l10n.t('Its amount, if there is one');
  return vscode.window.showInputBox({ title, prompt, value: name });
}

/** A date is what its value says, whatever words a source has for it. */
function suggestId(registry: Registry, type: string, name: string, value: string): string {
  const words = type === 'date' ? `date ${value.replaceAll('/', ' to ')}` : name;
  return entityIdFor(words, (one) => registry.entities.has(one));
}

async function pickType(registry: Registry, title: string): Promise<string | undefined> {
  const items = [...registry.schema.types.values()].map((type) => ({
    id: type.id,
    label: plainLabel(type.label),
    iconPath: new vscode.ThemeIcon(type.icon),
    detail: plainLabel(type.description),
  }));
  const placeHolder = vscode.l10n.t('What kind of thing it is');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder });
  return picked?.id;
}

function refuseId(registry: Registry, id: string): string | undefined {
  if (!isEntityId(id)) return vscode.l10n.t('Write lower-case words joined by hyphens.');
  const taken = registry.entities.get(id);
  return taken && vscode.l10n.t('This id is taken by “{0}”.', taken.name);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
