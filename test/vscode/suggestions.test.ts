/** What may be annotated: seen in the text, decided by key, link and Quick Fix. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, pathOf, rangeOf, restore, show, uriOf, when } from './workspace';

const touched = [
  'annotations/a.yaml',
  'annotations/b.yaml',
  'annotations/entities/place.yaml',
  'annotations/entities/organization.yaml',
];
const made = [
  'seeds/dated.txt',
  'seeds/broken.txt',
  'annotations/dated.yaml',
  'annotations/entities/date.yaml',
  'seeds/elsewhere.txt',
];

async function stored(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

async function run(command: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`glossator.${command}`, ...args);
}

function selected({ document, selection }: vscode.TextEditor): string {
  return document.getText(selection);
}

async function atTop(path: string): Promise<vscode.TextEditor> {
  const editor = await show(path);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return editor;
}

async function actionsAt(path: string, words: string): Promise<vscode.CodeAction[]> {
  const document = await open(path);
  const { start } = rangeOf(document, words);
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
  );
  return found.filter(({ command }) => command?.command.startsWith('glossator.') === true);
}

async function hoverAt(path: string, words: string): Promise<vscode.MarkdownString[]> {
  const document = await open(path);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start.translate(0, 1),
  );
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

describe('Suggestions', () => {
  const texts = new Map<string, string>();

  // They load a moment after the extension does, or with the first command.
  before(() => run('nextSuggestion'));

  beforeEach(async () => {
    for (const path of touched) texts.set(path, (await open(path)).getText());
  });

  afterEach(async () => {
    for (const [path, text] of texts) await restore(path, text);
    await closeAll();
    for (const path of made) {
      try {
        await vscode.workspace.fs.delete(uriOf(path));
      } catch {
        // The test did not make it.
      }
    }
  });

  it('are gone through by key, in a ring', async () => {
    const editor = await atTop('seeds/a.txt');
    const seen: string[] = [];
    for (let count = 0; count < 4; count++) {
      await run('nextSuggestion');
      seen.push(selected(editor));
    }
    assert.deepEqual(seen, ['China', 'Roscosmos', 'March 9, 2021', 'China']);
    await run('previousSuggestion');
    assert.equal(selected(editor), 'March 9, 2021');
  });

  it('are accepted by one key each: a new name with its type and id, then as a known one', async () => {
    const editor = await atTop('seeds/a.txt');
    await run('nextSuggestion');
    assert.equal(selected(editor), 'China');
    await run('acceptSuggestion');
    assert.equal(selected(editor), 'Roscosmos');
    assert.match(
      await stored('annotations/entities/place.yaml'),
      /^china:\n {2}type: place\n {2}name: China\n/m,
    );
    assert.match(await stored('annotations/a.yaml'), /entity: china\n {4}exact: China\n/);
    const other = await atTop('seeds/b.txt');
    await run('acceptSuggestion');
    assert.match(await stored('annotations/b.yaml'), /entity: china\n {4}exact: China\n/);
    assert.equal(selected(other), 'March 10');
    assert.doesNotMatch(await stored('annotations/entities/place.yaml'), /china-2/);
  });

  it('are accepted in the order of the keys, however fast these come', async () => {
    const editor = await atTop('seeds/a.txt');
    await Promise.all(
      ['nextSuggestion', 'acceptSuggestion', 'acceptSuggestion'].map((one) => run(one)),
    );
    assert.match(await stored('annotations/a.yaml'), /entity: china[^]*entity: roscosmos/);
    assert.equal(selected(editor), 'March 9, 2021');
  });

  it('are decided in turn with what other keys decide', async () => {
    const editor = await show('seeds/a.txt');
    const [accept] = await actionsAt('seeds/a.txt', 'Roscosmos');
    const { start } = rangeOf(editor.document, 'CNSA');
    editor.selection = new vscode.Selection(start, start);
    const args = (accept?.command?.arguments ?? []) as readonly unknown[];
    await Promise.all([run('acceptSuggestion', ...args), run('removeAnnotation')]);
    const text = await stored('annotations/a.yaml');
    assert.match(text, /exact: Roscosmos\n/);
    assert.doesNotMatch(text, /entity: cnsa\n/);
  });

  it('are sought in the other sources, of which only the one with the next is opened', async () => {
    const settings = vscode.workspace.getConfiguration('glossator');
    const opened: string[] = [];
    const listening = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (pathOf(uri).startsWith('seeds/')) opened.push(pathOf(uri));
    });
    try {
      await settings.update('suggestions.show', 'known', vscode.ConfigurationTarget.Workspace);
      await atTop('seeds/a.txt');
      const text = new TextEncoder().encode('It was CNSA.\n');
      await vscode.workspace.fs.writeFile(uriOf('seeds/elsewhere.txt'), text);
      // What is no text is passed by.
      await vscode.workspace.fs.writeFile(uriOf('seeds/broken.txt'), new Uint8Array([0xff, 0, 1]));
      opened.length = 0;
      await run('nextSuggestion');
      const active = vscode.window.activeTextEditor;
      assert(active);
      assert.equal(pathOf(active.document.uri), 'seeds/elsewhere.txt');
      assert.equal(selected(active), 'CNSA');
      assert.deepEqual(opened, ['seeds/elsewhere.txt']);
    } finally {
      listening.dispose();
      await settings.update('suggestions.show', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are annotated in the whole corpus by one link, where they are few', async () => {
    await show('seeds/a.txt');
    const all = (await actionsAt('seeds/a.txt', 'China')).find(
      ({ command }) => command?.command === 'glossator.acceptSuggestionInCorpus',
    )?.command;
    assert(all);
    await vscode.commands.executeCommand(all.command, ...((all.arguments ?? []) as unknown[]));
    assert.match(await stored('annotations/a.yaml'), /entity: china\n/);
    assert.match(await stored('annotations/b.yaml'), /entity: china\n/);
  });

  it('are one step to undo, with the new entity', async () => {
    await atTop('seeds/a.txt');
    await run('nextSuggestion');
    await run('acceptSuggestion');
    assert.notEqual((await open('annotations/a.yaml')).getText(), texts.get('annotations/a.yaml'));
    const documents = await Promise.all(touched.map(open));
    await vscode.commands.executeCommand('undo');
    await when(vscode.workspace.onDidChangeTextDocument, () =>
      documents.every((document, at) => document.getText() === texts.get(touched[at] ?? '')),
    );
  });

  it('make a date with its value', async () => {
    const text = new TextEncoder().encode('It began on 17 September 2019.\n');
    await vscode.workspace.fs.writeFile(uriOf('seeds/dated.txt'), text);
    const editor = await atTop('seeds/dated.txt');
    await run('nextSuggestion');
    assert.equal(selected(editor), '17 September 2019');
    await run('acceptSuggestion');
    assert.match(
      await stored('annotations/entities/date.yaml'),
      /^date-2019-09-17:\n {2}type: date\n {2}name: 17 September 2019\n {2}value: "2019-09-17"\n/m,
    );
    assert.match(
      await stored('annotations/dated.yaml'),
      /entity: date-2019-09-17\n {4}exact: 17 September 2019\n/,
    );
  });

  it('are rejected by one key, which is remembered and undone in one step', async () => {
    const editor = await atTop('seeds/a.txt');
    await run('nextSuggestion');
    await run('rejectSuggestion');
    assert.equal(selected(editor), 'Roscosmos');
    const text = await stored('annotations/a.yaml');
    assert(
      text.endsWith('rejected:\n  - exact: China\n    suffix: " plans to launch the Chang"\n'),
      text,
    );
    assert.deepEqual(await actionsAt('seeds/a.txt', 'China'), []);
    await vscode.commands.executeCommand('undo');
    const yaml = await open('annotations/a.yaml');
    await when(
      vscode.workspace.onDidSaveTextDocument,
      () => !yaml.isDirty && yaml.getText() === texts.get('annotations/a.yaml'),
    );
  });

  it('are rejected in the whole source as one record', async () => {
    const editor = await show('seeds/a.txt');
    const { start } = rangeOf(editor.document, 'Roscosmos');
    editor.selection = new vscode.Selection(start, start);
    await run('rejectSuggestionInSource');
    assert(
      (await stored('annotations/a.yaml')).endsWith(
        'rejected:\n  - scope: source\n    exact: Roscosmos\n',
      ),
    );
    assert.equal(selected(editor), 'March 9, 2021');
  });

  it('are told by hover, with links to decide, and by Quick Fix', async () => {
    await show('seeds/a.txt');
    const [hover] = (await hoverAt('seeds/a.txt', 'Roscosmos')).map(({ value }) => value);
    assert.match(hover ?? '', /\*\*Roscosmos\*\* — new&#58; Organization · \*Suggestion, \w+\*/);
    assert.match(hover ?? '', /\[Create\]\(command:glossator\.acceptSuggestion\?/);
    const actions = await actionsAt('seeds/a.txt', 'Roscosmos');
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Annotate as Roscosmos (new: Organization)',
        'Annotate all such as Roscosmos in this source',
        'Annotate all such as Roscosmos in the corpus',
        'Annotate as another entity…',
        'Reject this suggestion',
        'Reject “Roscosmos” in this source',
      ],
    );
    assert(actions.every(({ isPreferred }) => isPreferred !== true));
    const reject = actions.find(({ title }) => title === 'Reject this suggestion')?.command;
    assert(reject);
    const rejected: readonly unknown[] = reject.arguments ?? [];
    await vscode.commands.executeCommand(reject.command, ...rejected);
    assert.match(await stored('annotations/a.yaml'), /rejected:\n {2}- exact: Roscosmos\n/);
  });

  it('are no longer what a link says once the text is another: nothing is done', async () => {
    await show('seeds/a.txt');
    const [accept] = await actionsAt('seeds/a.txt', 'Roscosmos');
    const args = (accept?.command?.arguments ?? []) as readonly unknown[];
    const others: readonly (readonly unknown[])[] = [
      [...args.slice(0, 4), 'ESA'],
      [args[0], 7],
      ['x:y', ...args.slice(1)],
    ];
    for (const wrong of others) {
      await run('acceptSuggestion', ...wrong);
    }
    assert.equal(await stored('annotations/a.yaml'), texts.get('annotations/a.yaml'));
  });

  it('take no Markdown, link or icon from a file', async () => {
    await show('seeds/hostile.txt');
    const path = 'annotations/hostile.yaml';
    const text = (await open(path)).getText();
    await restore(path, 'source: seeds/hostile.txt\n');
    try {
      const registry = 'annotations/entities/place.yaml';
      await restore(registry, (texts.get(registry) ?? '').replace('`code` $(trash)', 'HTML'));
      const [hover] = (await hoverAt('seeds/hostile.txt', 'HTML')).map(({ value }) => value);
      assert.match(hover ?? '', /Suggestion, sure/);
      assert.doesNotMatch(hover ?? '', /<img|\$\(alert\)|command:evil|\*\*bold\*\*/);
    } finally {
      await restore(path, text);
    }
  });

  it('are shown as the user wants: known ones only, or none', async () => {
    const settings = vscode.workspace.getConfiguration('glossator');
    try {
      await settings.update('suggestions.show', 'known', vscode.ConfigurationTarget.Workspace);
      const text = (texts.get('annotations/a.yaml') ?? '').replace(
        / {2}- id: a2\n(?: {4}.*\n)+/,
        '',
      );
      await restore('annotations/a.yaml', text);
      const editor = await atTop('seeds/a.txt');
      await run('nextSuggestion');
      assert.equal(selected(editor), 'CNSA');
      assert.deepEqual(await actionsAt('seeds/a.txt', 'Roscosmos'), []);
      await settings.update('suggestions.show', 'off', vscode.ConfigurationTarget.Workspace);
      assert.deepEqual(await actionsAt('seeds/a.txt', 'CNSA'), []);
    } finally {
      await settings.update('suggestions.show', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
