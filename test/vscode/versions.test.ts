import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, pathOf, rangeOf, uriOf } from './workspace';

const scheme = 'older';

/** Another version of a file, as the other side of a comparison shows it: same path, own scheme. */
async function openVersion(path: string, text: string): Promise<vscode.TextDocument> {
  const provider = { provideTextDocumentContent: () => text };
  const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, provider);
  try {
    const query = String(text.length);
    return await vscode.workspace.openTextDocument(uriOf(path).with({ scheme, query }));
  } finally {
    registration.dispose();
  }
}

describe('Another version of a file', () => {
  let source: vscode.TextDocument;

  before(async () => {
    const text = (await open('seeds/a.txt')).getText();
    source = await openVersion('seeds/a.txt', `An older beginning.\n\n${text}`);
  });
  after(closeAll);

  it('of a source has its language and its colours', async () => {
    assert.equal(source.languageId, 'seed');
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      source.uri,
    );
    const [line = 0, character = 0, length = 0] = tokens.data;
    const first = new vscode.Range(line, character, line, character + length);
    assert.equal(source.getText(first), 'Chang’e-7');
    assert.equal(line, 2);
    assert.equal(tokens.data.length, 3 * 5);
  });

  it('of a source has cards, definitions, highlights and an outline', async () => {
    const { start } = rangeOf(source, 'Chang’e-7');
    const [hovers, links, highlights, symbols] = await Promise.all([
      vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        source.uri,
        start,
      ),
      vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        source.uri,
        start,
      ),
      vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        source.uri,
        start,
      ),
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        source.uri,
      ),
    ]);
    assert.equal(hovers[0]?.range && source.getText(hovers[0].range), 'Chang’e-7');
    assert.deepEqual(
      links.map(({ targetUri, targetSelectionRange, originSelectionRange }) => [
        targetUri.scheme === uriOf('').scheme && pathOf(targetUri),
        targetSelectionRange?.start.line,
        originSelectionRange?.start.line,
      ]),
      [['seeds/a.txt', 0, 2]],
    );
    assert.deepEqual(
      highlights.map(({ range }) => range.start.line),
      [2],
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Chang’e-7', 'CNSA', 'a memorandum'],
    );
  });

  it('of a YAML file is read as it stands there', async () => {
    const text = (await open('annotations/b.yaml')).getText();
    const version = await openVersion('annotations/b.yaml', text.replace('chang-e-7', 'cnsa'));
    const { start } = rangeOf(version, 'cnsa');
    const [card] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      version.uri,
      start,
    );
    const [markdown] = card?.contents ?? [];
    assert(markdown instanceof vscode.MarkdownString);
    assert.match(markdown.value, /\*\*China National Space Administration\*\*/);
    const [passage] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      version.uri,
      rangeOf(version, "Chang'e 7").start,
    );
    assert.equal(passage && pathOf(passage.targetUri), 'seeds/b.txt');
    assert.equal(passage?.targetSelectionRange?.start.character, 8);
  });

  it('is not annotated', async () => {
    await vscode.window.showTextDocument(source);
    const yaml = (await open('annotations/a.yaml')).getText();
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    assert.equal((await open('annotations/a.yaml')).getText(), yaml);
    assert.equal(source.isDirty, false);
  });
});
