import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, rangeOf, restore, show, uriOf, when } from './workspace';

/** The first of all suites, as it must be: before it, nothing has asked for what loads late. */
describe('What loads late', () => {
  const extension = vscode.extensions.getExtension('glossator.glossator')!;
  const late = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'late');
  const away = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'late-away');
  const flow = 'annotations/flow.yaml';
  const changed = vscode.languages.onDidChangeDiagnostics;

  const problems = (path: string) =>
    vscode.languages.getDiagnostics(uriOf(path)).map(({ code, message }) => ({ code, message }));
  const has = (path: string, wanted: string) => problems(path).some(({ code }) => code === wanted);

  const write = (path: string, text: string) =>
    vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));

  async function annotate(): Promise<string> {
    const editor = await show('seeds/a.txt');
    const { start, end } = rangeOf(editor.document, 'Roscosmos');
    editor.selection = new vscode.Selection(start, end);
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    return (await open('annotations/a.yaml')).getText();
  }

  let annotated = '';

  before(async () => {
    annotated = (await open('annotations/a.yaml')).getText();
    await vscode.workspace.fs.rename(late, away);
    await extension.activate();
  });

  after(async () => {
    await restore('annotations/a.yaml', annotated);
    await vscode.workspace.fs.delete(uriOf(flow));
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('is needed neither to read a corpus nor to check it', async () => {
    const { document } = await show('seeds/a.txt');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'CNSA').start,
    );
    const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    assert(texts.some(({ value }) => value.includes('China National Space Administration')));
    await when(changed, () => has('annotations/b.yaml', 'contradiction'));
    const all = vscode.languages.getDiagnostics().flatMap(([, found]) => found);
    assert.deepEqual(
      all.filter(({ code }) => code === 'file-unreadable'),
      [],
    );
  });

  it('is said to be missing where it is, and loads when it is there', async () => {
    await write(flow, '{source: seeds/nowhere.txt}\n');
    await when(changed, () => has(flow, 'file-unreadable'));
    const [problem] = problems(flow);
    assert.match(problem?.message ?? '', /^A part of Glossator cannot be loaded: .+ Try again/);
    assert.equal(await annotate(), annotated);

    await vscode.workspace.fs.rename(away, late);
    const after = await annotate();
    assert.match(after, /exact: Roscosmos/);
    await when(changed, () => has(flow, 'source-missing') && !has(flow, 'file-unreadable'));
  });
});
