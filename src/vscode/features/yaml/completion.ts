import * as vscode from 'vscode';
import { type YamlCompletion, completionsAt, roleOf } from '../../../core';
import type { Corpora } from '../../corpora';
import { fileShownBy, isFileItself } from '../../versions';
import { JsonSchemas } from './jsonSchemas';
import { yamlSelector } from './yamlFile';

/** Completes ids, types, properties, paths; keys and fixed values where nobody else does. */
export function registerYamlCompletion(corpora: Corpora, extension: vscode.Uri): vscode.Disposable {
  const provider = new YamlCompletionProvider(corpora, new JsonSchemas(extension));
  return vscode.languages.registerCompletionItemProvider(yamlSelector, provider, ' ');
}

/** Its description is handed over when the item is looked at. */
class Item extends vscode.CompletionItem {
  readonly completion: YamlCompletion;

  constructor(completion: YamlCompletion) {
    super(completion.text, kinds[completion.kind]);
    this.completion = completion;
  }
}

const kinds = {
  entity: vscode.CompletionItemKind.Reference,
  type: vscode.CompletionItemKind.Class,
  property: vscode.CompletionItemKind.Property,
  source: vscode.CompletionItemKind.File,
  id: vscode.CompletionItemKind.Unit,
  key: vscode.CompletionItemKind.Field,
  value: vscode.CompletionItemKind.EnumMember,
};

class YamlCompletionProvider implements vscode.CompletionItemProvider {
  readonly #corpora: Corpora;
  readonly #schemas: JsonSchemas;

  constructor(corpora: Corpora, schemas: JsonSchemas) {
    this.#corpora = corpora;
    this.#schemas = schemas;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> {
    const file = fileShownBy(this.#corpora, document);
    if (!file || !isFileItself(file, document) || roleOf(file.path) === 'source') return undefined;
    const [text, offset] = [document.getText(), document.offsetAt(position)];
    const schema = await this.#schemas.of(roleOf(file.path));
    const found = await completionsAt(file.corpus, file.path, text, offset, schema);
    if (!found || token.isCancellationRequested) return undefined;
    const start = document.positionAt(found.typed.start);
    const range = {
      inserting: new vscode.Range(start, position),
      replacing: new vscode.Range(start, document.positionAt(found.end)),
    };
    const items = found.items
      .filter(({ kind }) => !hasYamlExtension() || (kind !== 'key' && kind !== 'value'))
      .map((completion, at) => toItem(completion, at, range));
    return new vscode.CompletionList(items, found.isIncomplete);
  }

  resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
    // As a string it is shown as text.
    if (item instanceof Item) item.documentation = item.completion.description;
    return item;
  }
}

/** It knows our JSON Schemas, and offers what these say. */
function hasYamlExtension(): boolean {
  return vscode.extensions.getExtension('redhat.vscode-yaml')?.isActive === true;
}

function toItem(completion: YamlCompletion, at: number, range: Item['range'] & object): Item {
  const { kind, text, written, otherNames, detail, holds } = completion;
  const item = new Item(completion);
  item.range = range;
  item.sortText = String(at).padStart(6, '0');
  if (otherNames !== '') item.filterText = `${text} ${otherNames}`;
  if (detail !== '') item.detail = detail;
  item.insertText = written;
  if (kind !== 'key') return item;
  item.insertText = holds === 'text' ? `${text}: ` : `${text}:\n  ${holds === 'map' ? '' : '- '}`;
  if (holds === 'text') {
    item.command = { title: '', command: 'editor.action.triggerSuggest' };
  }
  return item;
}
