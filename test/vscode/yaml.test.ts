import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, pathOf, rangeOf, restore, when } from './workspace';

/** Asks a provider command at the beginning of the `n`th occurrence of some words. */
async function ask<T>(command: string, path: string, words: string, n = 1): Promise<T> {
  const document = await open(path);
  return vscode.commands.executeCommand<T>(
    command,
    document.uri,
    rangeOf(document, words, n).start,
  );
}

async function hoverOn(path: string, words: string, n = 1): Promise<string> {
  const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', path, words, n);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((one) => (one instanceof vscode.MarkdownString ? one.value : '')).join('\n');
}

async function linksFrom(command: string, path: string, words: string, n = 1) {
  const links = await ask<vscode.LocationLink[]>(command, path, words, n);
  return Promise.all(
    links.map(async ({ targetUri, targetRange, targetSelectionRange, originSelectionRange }) => {
      const target = await vscode.workspace.openTextDocument(targetUri);
      const origin = originSelectionRange && (await open(path)).getText(originSelectionRange);
      return [origin, pathOf(targetUri), target.getText(targetSelectionRange ?? targetRange)];
    }),
  );
}

const [a, mission, mou] = [
  'annotations/a.yaml',
  'annotations/entities/mission.yaml',
  'annotations/entities/agreement.yaml',
];

describe('A YAML file', () => {
  after(closeAll);

  describe('hover', () => {
    it('shows the card on an id, and on the entry itself', async () => {
      for (const card of [await hoverOn(a, 'chang-e-7'), await hoverOn(mission, 'chang-e-7')]) {
        assert.match(card, /\*\*Chang&#39;e 7\*\* — Mission/);
        assert.match(card, /Mentions: a \(1\) · b \(1\)/);
      }
    });

    it('shows the passage on a quote, with its words marked and its line as a link', async () => {
      const passage = await hoverOn(a, 'a memorandum');
      assert.match(
        passage,
        /^CNSA and Roscosmos signed &#8203;\*\*a memorandum\*\*&#8203; on March 9&#44; 2021&#46;\n\n\[a&#58;3\]\([^)]*seeds\/a\.txt#L3%2C27\)$/,
      );
      assert.equal(await hoverOn(a, 'a3'), passage);
    });

    it('explains types and properties', async () => {
      assert.match(await hoverOn(mission, 'mission'), /^\$\(rocket\) \*\*Mission\*\*/);
      const property = await hoverOn(a, 'signed-on');
      assert.match(property, /\*\*signed on\*\*/);
      assert.match(property, /value: a date in EDTF/);
    });

    it('never lets a text become Markdown, HTML, a command or an icon', async () => {
      const passage = await hoverOn('annotations/hostile.yaml', '"[a link]');
      assert.match(passage, /&#91;a link&#93;&#40;command&#58;evil&#41;/);
      assert.doesNotMatch(passage, /<b>|\$\(alert\)/);
    });
  });

  describe('navigation', () => {
    const definition = 'vscode.executeDefinitionProvider';

    it('goes from a quote to its passage, from there on no further', async () => {
      assert.deepEqual(await linksFrom(definition, a, 'Chang’e-7'), [
        ['Chang’e-7', 'seeds/a.txt', 'Chang’e-7'],
      ]);
    });

    it('goes from an id to the registry, and from the registry to the definition', async () => {
      assert.deepEqual(await linksFrom(definition, 'annotations/b.yaml', 'chang-e-7'), [
        ['chang-e-7', mission, 'chang-e-7'],
      ]);
      assert.deepEqual(await linksFrom(definition, mission, 'chang-e-7'), [
        ['chang-e-7', 'seeds/a.txt', 'Chang’e-7'],
      ]);
    });

    it('goes to the source by its path, and to the registry as type definition', async () => {
      assert.deepEqual(await linksFrom(definition, a, 'seeds/a.txt'), [
        ['seeds/a.txt', 'seeds/a.txt', ''],
      ]);
      const links = await linksFrom('vscode.executeTypeDefinitionProvider', a, 'cnsa');
      assert.deepEqual(links, [['cnsa', 'annotations/entities/organization.yaml', 'cnsa']]);
    });

    it('finds every mention in every source, and the entry', async () => {
      const command = 'vscode.executeReferenceProvider';
      const places = async (path: string) =>
        (await ask<vscode.Location[]>(command, path, 'mou-2021')).map(
          ({ uri, range }) => `${pathOf(uri)}:${range.start.line + 1}`,
        );
      const all = ['seeds/a.txt:3', 'seeds/b.txt:2', `${mou}:1`];
      assert.deepEqual((await places(mou)).sort(), [...all].sort());
      assert.deepEqual((await places(a)).sort(), [...all].sort());
    });

    it('marks the same id throughout the file', async () => {
      const document = await open(a);
      const marked = await ask<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        a,
        'mou-2021',
      );
      assert.deepEqual(
        marked.map(({ range }) => document.getText(range)),
        ['mou-2021', 'mou-2021'],
      );
    });
  });

  it('has an outline of what its records say', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      (await open(a)).uri,
    );
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [
        ['mentions', 'Chang’e-7', 'CNSA', 'a memorandum'],
        ['claims', 'signed on: 9 March 2021'],
      ],
    );
  });

  it('completes ids with name and type, and keys with what they mean', async () => {
    const document = await open(a);
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    const at = rangeOf(document, 'exact: CNSA').start;
    edit.replace(document.uri, new vscode.Range(at.with({ character: 0 }), at), '    ro\n    ');
    edit.replace(document.uri, rangeOf(document, 'cnsa'), 'ch');
    await vscode.workspace.applyEdit(edit);
    const complete = async (words: string, n?: number) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        rangeOf(document, words, n).end,
        undefined,
        50,
      );
      return items.map(({ label, detail, documentation, insertText }) => {
        const description = documentation instanceof vscode.MarkdownString ? '' : documentation;
        return [label, detail, description?.split('\n')[0], insertText];
      });
    };
    try {
      assert.deepEqual(await complete('entity: ch', 2), [
        ['chang-e-7', "Chang'e 7 · Mission", 'Chang’e-7', 'chang-e-7'],
        ['cnsa', 'China National Space Administration · Organization', 'CNSA', 'cnsa'],
      ]);
      const [role] = await complete('\n    ro', 2);
      const meaning =
        'definition: the passage that introduces the entity, where “Go to Definition” lands.';
      assert.deepEqual(role, ['role', undefined, meaning, 'role: ']);
    } finally {
      await restore(a, before);
    }
  });

  it('mends an unknown id by a quick fix, as one step to undo', async () => {
    const path = 'annotations/b.yaml';
    const document = await open(path);
    const before = document.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, 'chang-e-7'), 'change-7');
    const isReported = () =>
      vscode.languages.getDiagnostics(document.uri).some(({ code }) => code === 'unknown-entity');
    try {
      await vscode.workspace.applyEdit(edit);
      await document.save();
      await when(vscode.languages.onDidChangeDiagnostics, isReported);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        rangeOf(document, 'change-7'),
        vscode.CodeActionKind.QuickFix.value,
      );
      const action = actions.find(({ title }) => title.startsWith('Change to “chang-e-7”'));
      assert(action?.command);
      const { command, arguments: given = [] } = action.command;
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand(command, ...(given as unknown[]));
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, false);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before.replace('chang-e-7', 'change-7'));
    } finally {
      await restore(path, before);
    }
  });

  it('counts mentions and claims above each entry, and shows them', async () => {
    const { uri } = await open(mou);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      10,
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['2 mentions in 2 sources', '2 claims'],
    );
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['glossator.showMentions', 'glossator.showClaims'],
    );
    const unseen = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    assert.deepEqual(
      unseen.map(({ command }) => command),
      [undefined, undefined],
      'what comes into view is not carried along in the next answer',
    );
  });
});
