import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, rangeOf, restore, show, uriOf, when } from './workspace';

async function stored(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

const run = (command: string, argument?: unknown) =>
  vscode.commands.executeCommand(`glossator.${command}`, argument);

describe('Changing annotations', () => {
  let before = '';

  beforeEach(async () => {
    before = (await open('annotations/a.yaml')).getText();
  });

  afterEach(async () => {
    await restore('annotations/a.yaml', before);
    await closeAll();
  });

  /** A cursor before each of these words. */
  async function cursorsAt(...words: string[]): Promise<vscode.TextEditor> {
    const editor = await show('seeds/a.txt');
    editor.selections = words.map((one) => {
      const { start } = rangeOf(editor.document, one);
      return new vscode.Selection(start, start);
    });
    return editor;
  }

  function replaced(...pairs: [string, string][]): string {
    return pairs.reduce((text, [old, now]) => {
      assert(text.includes(old), old);
      return text.replace(old, now);
    }, before);
  }

  const memorandum = '  - id: a3\n    entity: mou-2021\n';

  it('gives the mention at the cursor another entity, as one step to undo', async () => {
    const { document } = await cursorsAt('memorandum');
    await run('changeEntity', { entity: 'cnsa' });
    const yaml = await open('annotations/a.yaml');
    assert.equal(yaml.getText(), replaced([memorandum, '  - id: a3\n    entity: cnsa\n']));
    assert.equal(await stored('annotations/a.yaml'), yaml.getText());
    await vscode.commands.executeCommand('undo');
    assert.equal(yaml.getText(), before);
    assert.equal(document.isDirty, false);
    await when(vscode.workspace.onDidSaveTextDocument, () => !yaml.isDirty);
    assert.equal(await stored('annotations/a.yaml'), before);
  });

  it('takes the innermost mention, at each of several cursors', async () => {
    await cursorsAt('CNSA', 'memorandum');
    await run('toggleNominal');
    assert.equal(
      await stored('annotations/a.yaml'),
      replaced([
        '  - id: a2\n    entity: cnsa\n',
        '  - id: a2\n    entity: cnsa\n    kind: nominal\n',
      ]),
    );
    await run('toggleNominal');
    assert.equal(await stored('annotations/a.yaml'), replaced(['    kind: nominal\n', '']));
    await run('changeKind', { kind: 'elliptical' });
    assert.equal(
      await stored('annotations/a.yaml'),
      replaced(
        ['    kind: nominal\n', '    kind: elliptical\n'],
        ['    entity: cnsa\n', '    entity: cnsa\n    kind: elliptical\n'],
      ),
    );
  });

  it('sets the definition, and takes it back', async () => {
    await cursorsAt('memorandum');
    await run('toggleDefinition');
    const definition = `${memorandum}    role: definition\n`;
    assert.equal(await stored('annotations/a.yaml'), replaced([memorandum, definition]));
    await run('toggleDefinition');
    assert.equal(await stored('annotations/a.yaml'), before);
  });

  it('moves the ends of a mention by words, and takes the cursor along', async () => {
    const exact = async () =>
      /id: a3\n(?: {4}.*\n)*? {4}exact: (.*)\n/.exec(await stored('annotations/a.yaml'))?.[1];
    const editor = await cursorsAt('memorandum');
    const steps: [string, string][] = [
      ['extendAnnotationRight', 'a memorandum on'],
      ['extendAnnotationLeft', 'signed a memorandum on'],
      ['shrinkAnnotationRight', 'signed a memorandum'],
      ['shrinkAnnotationRight', 'signed a'],
      ['shrinkAnnotationRight', 'signed'],
      ['shrinkAnnotationLeft', 'signed'],
    ];
    for (const [command, words] of steps) {
      await run(command);
      assert.equal(await exact(), words, command);
    }
    const { start } = rangeOf(editor.document, 'signed');
    assert(editor.selection.isEqual(new vscode.Selection(start, start)));
  });

  it('obeys keys that come faster than decisions are written', async () => {
    await cursorsAt('memorandum');
    await Promise.all([1, 2, 3].map(() => run('extendAnnotationRight')));
    assert.match(await stored('annotations/a.yaml'), /exact: a memorandum on March 9\n/);
    await Promise.all([1, 2, 3].map(() => run('shrinkAnnotationRight')));
    assert.equal(await stored('annotations/a.yaml'), before);
  });

  it('keeps the whole mention selected as it grows', async () => {
    const editor = await show('seeds/a.txt');
    const { start, end } = rangeOf(editor.document, 'CNSA');
    editor.selection = new vscode.Selection(end, start);
    await run('extendAnnotationRight');
    assert.equal(editor.document.getText(editor.selection), 'CNSA and');
    assert.equal(editor.selection.isReversed, true);
  });

  it('splits a mention at the joining word, and merges what is selected', async () => {
    const editor = await cursorsAt('CNSA');
    await run('extendAnnotationRight');
    await run('extendAnnotationRight');
    const joined = await stored('annotations/a.yaml');
    assert.match(joined, /exact: CNSA and Roscosmos\n/);
    await run('splitAnnotation');
    assert.match(await stored('annotations/a.yaml'), /exact: CNSA\n[^]*exact: Roscosmos\n/);
    const { start, end } = rangeOf(editor.document, 'CNSA and Roscosmos');
    editor.selection = new vscode.Selection(start, end);
    await run('mergeAnnotations');
    assert.equal(await stored('annotations/a.yaml'), joined);
  });

  it('adds a claim, as one step to undo', async () => {
    const editor = await show('seeds/a.txt');
    const { start, end } = rangeOf(editor.document, 'launch the Chang’e-7 probe first');
    editor.selection = new vscode.Selection(start, end);
    const claim = { subject: 'chang-e-7', property: 'status', value: 'planned first' };
    await run('addClaim', claim);
    const yaml = await open('annotations/a.yaml');
    const added = [
      '    subject: chang-e-7',
      '    property: status',
      '    value: planned first',
      '    exact: launch the Chang’e-7 probe first',
    ];
    assert(yaml.getText().includes(`${added.join('\n')}\n`));
    assert.equal(await stored('annotations/a.yaml'), yaml.getText());
    await vscode.commands.executeCommand('undo');
    assert.equal(yaml.getText(), before);
    await when(vscode.workspace.onDidSaveTextDocument, () => !yaml.isDirty);
  });

  it('never rewrites a file with errors', async () => {
    const broken = `${before}broken: [\n`;
    await restore('annotations/a.yaml', broken);
    await cursorsAt('CNSA');
    for (const one of ['toggleNominal', 'extendAnnotationRight', 'toggleDefinition'])
      await run(one);
    assert.equal(await stored('annotations/a.yaml'), broken);
  });
});

describe('Keys', () => {
  interface Binding {
    readonly key: string;
    readonly command: string;
    readonly when?: string;
  }

  it('take none that the editor has for any text', async () => {
    const shown = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const [list = ''] = /^\[[^]*?^\]/m.exec(shown.getText()) ?? [];
    const all = JSON.parse(list.replace(/^\s*\/\/.*$/gm, '')) as Binding[];
    const own = all.filter(({ command }) => command.startsWith('glossator.'));
    assert(own.some(({ command }) => command === 'glossator.annotateSelection'));
    const anyText =
      /^(?:(?:editorTextFocus|editorFocus|textInputFocus|!editorReadonly)(?: && |$))*$/;
    const taken = all.filter(
      ({ key, command, when = '' }) =>
        !command.startsWith('glossator.') &&
        anyText.test(when) &&
        own.some((one) => one.key === key && one.when?.includes('editorTextFocus')),
    );
    assert.deepEqual(taken, []);
  });
});
