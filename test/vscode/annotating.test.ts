import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, rangeOf, restore, show, uriOf, when } from './workspace';

async function select(path: string, words: string): Promise<vscode.TextEditor> {
  const editor = await show(path);
  const { start, end } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, end);
  return editor;
}

const annotated = [
  'source: seeds/a.txt',
  '    entity: cnsa',
  '    exact: Roscosmos',
  '    prefix: "CNSA and "',
  '    suffix: " signed a memorandum on March"',
];

async function stored(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

describe('Annotating', () => {
  let before = '';

  beforeEach(async () => {
    before = (await open('annotations/a.yaml')).getText();
  });

  afterEach(async () => {
    await restore('annotations/a.yaml', before);
    await closeAll();
  });

  it('writes the selection into the YAML beside the source, and saves it', async () => {
    await select('seeds/a.txt', ' Roscosmos ');
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    const yaml = await open('annotations/a.yaml');
    for (const line of annotated) assert(yaml.getText().includes(`${line}\n`), line);
    assert.equal(yaml.isDirty, false);
    assert.equal(await stored('annotations/a.yaml'), yaml.getText());
    assert.equal(yaml.lineCount, before.split('\n').length + 5);
  });

  it('is one step to undo', async () => {
    await select('seeds/a.txt', 'Roscosmos');
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    const { document } = await show('annotations/a.yaml');
    assert.notEqual(document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('redo');
    assert(document.getText().includes('exact: Roscosmos'));
  });

  it('is undone where it was made, and leaves the source as it was', async () => {
    const { document } = await select('seeds/a.txt', 'Roscosmos');
    const { version } = document;
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    assert.equal(document.isDirty, false);
    assert.equal(document.version, version);
    const yaml = await open('annotations/a.yaml');
    assert(yaml.getText().includes('exact: Roscosmos'));
    await vscode.commands.executeCommand('undo');
    assert.equal(yaml.getText(), before);
    assert.equal(document.isDirty, false);
    await when(vscode.workspace.onDidSaveTextDocument, () => !yaml.isDirty);
    assert.equal(await stored('annotations/a.yaml'), before);
    await vscode.commands.executeCommand('redo');
    assert(yaml.getText().includes('exact: Roscosmos'));
  });

  it('is undone where it was made also if it was the first of the source and of its type', async () => {
    await vscode.workspace.fs.writeFile(
      uriOf('seeds/first.txt'),
      new TextEncoder().encode('Luna-27\n'),
    );
    try {
      await select('seeds/first.txt', 'Luna-27');
      const entity = { id: 'luna-27', type: 'spacecraft', name: 'Luna-27' };
      await vscode.commands.executeCommand('glossator.annotateSelection', { entity });
      assert.match(await stored('annotations/first.yaml'), /entity: luna-27/);
      const written = ['annotations/first.yaml', 'annotations/entities/spacecraft.yaml'];
      const documents = await Promise.all(written.map(open));
      await vscode.commands.executeCommand('undo');
      await when(vscode.workspace.onDidSaveTextDocument, () =>
        documents.every((document) => !document.isDirty && !document.getText().includes('luna-27')),
      );
      assert.match(
        await stored('annotations/first.yaml'),
        /^source: seeds\/first\.txt\nsha256: \w+\n$/,
      );
      assert.equal(await stored('annotations/entities/spacecraft.yaml'), '');
    } finally {
      await closeAll();
      for (const path of [
        'seeds/first.txt',
        'annotations/first.yaml',
        'annotations/entities/spacecraft.yaml',
      ]) {
        await vscode.workspace.fs.delete(uriOf(path));
      }
    }
  });

  it('leaves to the user what the user has not saved', async () => {
    const yaml = await open('annotations/a.yaml');
    const remark = new vscode.WorkspaceEdit();
    remark.insert(yaml.uri, new vscode.Position(0, 0), '# My remark.\n');
    await vscode.workspace.applyEdit(remark);
    await select('seeds/a.txt', 'Roscosmos');
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    assert(yaml.getText().includes('exact: Roscosmos'));
    assert.equal(await stored('annotations/a.yaml'), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(yaml.getText(), `# My remark.\n${before}`);
    assert.equal(await stored('annotations/a.yaml'), before);
    assert.equal(yaml.isDirty, true);
  });

  it('quotes the words selected where line ends are mixed', async () => {
    const mixed = 'One.\r\nTwo.\nThe Moon here.\r\n';
    await vscode.workspace.fs.writeFile(uriOf('seeds/mixed.txt'), new TextEncoder().encode(mixed));
    try {
      await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        uriOf('seeds/a.txt'),
      );
      await select('seeds/mixed.txt', 'Moon');
      await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
      assert.match(await stored('annotations/mixed.yaml'), /exact: Moon\n {4}prefix: "The "\n/);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uriOf('seeds/mixed.txt'));
      await vscode.workspace.fs.delete(uriOf('annotations/mixed.yaml'));
    }
  });

  it('leaves the file unsaved where the user wants it so', async () => {
    const settings = vscode.workspace.getConfiguration('glossator');
    await settings.update('save', false, vscode.ConfigurationTarget.Workspace);
    try {
      await select('seeds/a.txt', 'Roscosmos');
      await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
      const yaml = await open('annotations/a.yaml');
      assert.equal(yaml.isDirty, true);
      assert.equal(await stored('annotations/a.yaml'), before);
    } finally {
      await settings.update('save', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('makes the file of a source that has none, and the registry of a new type', async () => {
    await vscode.workspace.fs.writeFile(
      uriOf('seeds/new.txt'),
      new TextEncoder().encode('Luna-26\n'),
    );
    try {
      await select('seeds/new.txt', 'Luna-26');
      const entity = { id: 'luna-26', type: 'spacecraft', name: 'Luna-26' };
      await vscode.commands.executeCommand('glossator.annotateSelection', { entity });
      assert.match(
        await stored('annotations/new.yaml'),
        /^source: seeds\/new\.txt\nsha256: [0-9a-f]{64}\nmentions:\n {2}- id: "?[0-9a-z]{8}"?\n {4}entity: luna-26\n {4}exact: Luna-26\n$/,
      );
      assert.equal(
        await stored('annotations/entities/spacecraft.yaml'),
        'luna-26:\n  type: spacecraft\n  name: Luna-26\n',
      );
    } finally {
      await closeAll();
      for (const path of [
        'seeds/new.txt',
        'annotations/new.yaml',
        'annotations/entities/spacecraft.yaml',
      ]) {
        await vscode.workspace.fs.delete(uriOf(path));
      }
    }
  });

  it('gives a new date its value', async () => {
    const text = before.replace(/^ {2}- id: a2\n(?: {4}.*\n)+/m, '');
    await restore('annotations/a.yaml', text);
    await select('seeds/a.txt', 'March 9, 2021');
    const entity = {
      id: 'date-2021-03-09',
      type: 'date',
      name: 'March 9, 2021',
      value: '2021-03-09',
    };
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity });
    assert.equal(
      await stored('annotations/entities/date.yaml'),
      'date-2021-03-09:\n  type: date\n  name: March 9, 2021\n  value: "2021-03-09"\n',
    );
    await vscode.workspace.fs.delete(uriOf('annotations/entities/date.yaml'));
  });

  it('never rewrites a file with errors', async () => {
    const broken = `${before}broken: [\n`;
    await restore('annotations/a.yaml', broken);
    await select('seeds/a.txt', 'Roscosmos');
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    assert.equal((await open('annotations/a.yaml')).getText(), broken);
    assert.equal(await stored('annotations/a.yaml'), broken);
  });

  it('annotates the name around the cursor, and again with what was last used', async () => {
    const editor = await select('seeds/a.txt', 'scosmos');
    const { start } = editor.selection;
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('glossator.annotateSelection', { entity: 'cnsa' });
    const once = await stored('annotations/a.yaml');
    assert.match(once, /entity: cnsa\n {4}exact: Roscosmos\n/);
    assert(editor.selection.isEqual(new vscode.Selection(start, start)));
    const [launch, date] = ['launch', 'arch 9'].map(
      (words) => rangeOf(editor.document, words).start,
    );
    assert(launch && date);
    editor.selections = [launch, date].map((one) => new vscode.Selection(one, one));
    await vscode.commands.executeCommand('glossator.annotateAgain');
    const exact = [
      ...(await stored('annotations/a.yaml')).matchAll(
        /entity: cnsa\n(?: {4}kind.*\n)? {4}exact: (.*)\n/g,
      ),
    ];
    assert.deepEqual(
      exact.map(([, words]) => words),
      ['launch', 'CNSA', 'Roscosmos', 'March 9, 2021'],
    );
    await vscode.commands.executeCommand('undo');
    assert.equal((await open('annotations/a.yaml')).getText(), once);
    const yaml = await open('annotations/a.yaml');
    await when(vscode.workspace.onDidSaveTextDocument, () => !yaml.isDirty);
  });

  it('removes the annotation at the cursor', async () => {
    const editor = await select('seeds/a.txt', 'CNSA');
    const { start } = editor.selection;
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('glossator.removeAnnotation');
    assert.equal(
      await stored('annotations/a.yaml'),
      before.replace(/ {2}- id: a2\n(?: {4}.*\n)+/, ''),
    );
  });
});

describe('Trouble', () => {
  afterEach(closeAll);

  /** What Glossator says of a file, besides that its sources disagree. */
  function faults(path: string): vscode.Diagnostic[] {
    return vscode.languages
      .getDiagnostics(uriOf(path))
      .filter(({ source, code }) => source === 'glossator' && code !== 'contradiction');
  }

  function codes(path: string): unknown[] {
    return faults(path).map(({ code }) => code);
  }

  it('is told from what the sources disagree on, which is shown with both quotes', async () => {
    const { document } = await show('annotations/b.yaml');
    const contradictions = () =>
      vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === 'contradiction');
    await when(vscode.languages.onDidChangeDiagnostics, () => contradictions().length > 0);
    const [contradiction] = contradictions();
    assert(contradiction);
    assert.equal(contradiction.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(document.getText(contradiction.range), '"2021-03-10"');
    assert.match(
      contradiction.message,
      /“signed on March 10”.*“signed a memorandum on March 9, 2021”/,
    );
    const [other] = contradiction.relatedInformation ?? [];
    assert.match(other?.location.uri.path ?? '', /annotations\/a\.yaml$/);
  });

  it('is shown at its place as it arises, and goes when it is mended', async () => {
    const before = (await open('annotations/b.yaml')).getText();
    const { document } = await show('annotations/b.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, 'chang-e-7'), 'nobody');
    await vscode.workspace.applyEdit(edit);
    const changed = vscode.languages.onDidChangeDiagnostics;
    await when(changed, () => codes('annotations/b.yaml').includes('unknown-entity'));
    const [diagnostic] = faults('annotations/b.yaml');
    assert(diagnostic);
    assert.equal(document.getText(diagnostic.range), 'nobody');
    assert.equal(diagnostic.message, 'The registry has no entity “nobody”.');
    await restore('annotations/b.yaml', before);
    await when(changed, () => codes('annotations/b.yaml').length === 0);
  });

  it('is shown for a quote that an edit of the source deletes', async () => {
    const before = (await open('seeds/b.txt')).getText();
    const { document } = await show('seeds/b.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(0, 0, 1, 0));
    await vscode.workspace.applyEdit(edit);
    const changed = vscode.languages.onDidChangeDiagnostics;
    await when(changed, () => codes('annotations/b.yaml').includes('anchor-lost'));
    await restore('seeds/b.txt', before);
    await when(changed, () => codes('annotations/b.yaml').length === 0);
  });
});
