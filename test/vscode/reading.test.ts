import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, pathOf, rangeOf, restore, show, uriOf } from './workspace';

type Links = (vscode.LocationLink | vscode.Location)[];

async function linksFrom(command: string, path: string, words: string) {
  const document = await open(path);
  const { start } = rangeOf(document, words);
  const links = await vscode.commands.executeCommand<Links>(command, document.uri, start);
  return Promise.all(
    links.map(async (link) => {
      assert('targetUri' in link);
      const target = await vscode.workspace.openTextDocument(link.targetUri);
      return {
        origin: link.originSelectionRange && document.getText(link.originSelectionRange),
        file: pathOf(link.targetUri),
        selected: target.getText(link.targetSelectionRange),
        shown: target.getText(link.targetRange),
      };
    }),
  );
}

async function hoversOn(path: string, words: string) {
  const document = await open(path);
  const { start } = rangeOf(document, words);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    start.translate(0, 1),
  );
  const ours = hovers.filter(({ contents }) =>
    contents.some((one) => one instanceof vscode.MarkdownString),
  );
  return ours.map(({ contents, range }) => ({
    words: range && document.getText(range),
    texts: contents.map((one) => (one instanceof vscode.MarkdownString ? one.value : '')),
    contents,
  }));
}

describe('A source', () => {
  after(closeAll);

  it('has its own language, with word wrap', async () => {
    const document = await open('seeds/a.txt');
    assert.equal(document.languageId, 'seed');
    const settings = vscode.workspace.getConfiguration('editor', document);
    assert.equal(settings.get('wordWrap'), 'on');
    assert.equal(settings.get('semanticHighlighting.enabled'), true);
  });

  it('is given its language by the setting, wherever it lies', async () => {
    const settings = vscode.workspace.getConfiguration('glossator');
    await vscode.workspace.fs.writeFile(
      uriOf('letters/x.letter'),
      new TextEncoder().encode('Moon'),
    );
    try {
      await settings.update('sources', ['letters/*.letter'], vscode.ConfigurationTarget.Workspace);
      const document = await open('letters/x.letter');
      const changed = new Promise<vscode.TextDocument>((resolve) => {
        const subscription = vscode.workspace.onDidOpenTextDocument((opened) => {
          if (opened.uri.toString() !== document.uri.toString()) return;
          subscription.dispose();
          resolve(opened);
        });
      });
      const now = document.languageId === 'seed' ? document : await changed;
      assert.equal(now.languageId, 'seed');
    } finally {
      await settings.update('sources', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(uriOf('letters'), { recursive: true });
    }
  });

  describe('highlights', () => {
    async function tokens(path: string) {
      const document = await open(path);
      const [legend, coloured] = await Promise.all([
        vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
          'vscode.provideDocumentSemanticTokensLegend',
          document.uri,
        ),
        vscode.commands.executeCommand<vscode.SemanticTokens>(
          'vscode.provideDocumentSemanticTokens',
          document.uri,
        ),
      ]);
      const found: string[] = [];
      let line = 0;
      let character = 0;
      for (let at = 0; at < coloured.data.length; at += 5) {
        const [lines = 0, characters = 0, length = 0, type = 0] = coloured.data.slice(at, at + 5);
        character = lines > 0 ? characters : character + characters;
        line += lines;
        const words = document.getText(new vscode.Range(line, character, line, character + length));
        found.push(`${legend.tokenTypes[type] ?? ''}: ${words}`);
      }
      return found;
    }

    it('colours each mention by the type of its entity', async () => {
      assert.deepEqual(await tokens('seeds/a.txt'), [
        'entity-mission: Chang’e-7',
        'entity-organization: CNSA',
        'entity-agreement: a memorandum',
      ]);
    });

    it('follows a change of the YAML and of the text', async () => {
      const yaml = await open('annotations/b.yaml');
      const before = yaml.getText();
      const edit = new vscode.WorkspaceEdit();
      edit.replace(yaml.uri, rangeOf(yaml, 'chang-e-7'), 'cnsa');
      const source = await open('seeds/b.txt');
      const text = source.getText();
      edit.insert(source.uri, new vscode.Position(0, 0), 'Once more: ');
      await vscode.workspace.applyEdit(edit);
      try {
        assert.deepEqual(await tokens('seeds/b.txt'), [
          "entity-organization: Chang'e 7",
          'entity-agreement: The memorandum',
        ]);
      } finally {
        await restore('annotations/b.yaml', before);
        await restore('seeds/b.txt', text);
      }
    });
  });

  describe('hover', () => {
    it('shows the card over the exact words', async () => {
      const [hover] = await hoversOn('seeds/b.txt', "Chang'e 7");
      assert.equal(hover?.words, "Chang'e 7");
      const [card = ''] = hover.texts;
      assert.match(card, /\$\(rocket\) \*\*Chang&#39;e 7\*\* — Mission/);
      assert.match(card, /Chang’e&#45;7/);
      assert.match(card, /Chinese mission to the lunar south pole/);
      assert.match(card, /Mentions: a \(1\) · b \(1\)/);
      assert.match(card, /\[Definition\]\([^)]*seeds\/a\.txt#L1%2C27\)/);
      assert.match(card, /\[Registry entry\]\([^)]*entities\/mission\.yaml#L1%2C1\)/);
      assert.match(card, /\[All mentions\]\(command:glossator\.showMentions\?/);
    });

    it('groups claims by property, links their quotes, and marks disagreement', async () => {
      const [hover] = await hoversOn('seeds/a.txt', 'a memorandum');
      const [card = ''] = hover?.texts ?? [];
      assert.match(card, /\*\*signed on\*\* — \$\(warning\) \*the sources disagree\*/);
      assert.match(
        card,
        /- 9 March 2021 — \*“signed a memorandum on March 9&#44; 2021”\* \[a&#58;3\]\([^)]*a\.txt#L3%2C20\)/,
      );
      assert.match(card, /- 10 March 2021 — .*\[b&#58;2\]/);
    });

    it('says nothing elsewhere', async () => {
      assert.deepEqual(await hoversOn('seeds/a.txt', 'plans'), []);
    });

    it('never lets a text become Markdown, HTML, a command or an icon', async () => {
      const [hover] = await hoversOn('seeds/hostile.txt', '[a link]');
      assert(hover);
      const [card] = hover.contents;
      assert(card instanceof vscode.MarkdownString);
      assert.notEqual(card.supportHtml, true);
      assert.deepEqual(card.isTrusted, { enabledCommands: ['glossator.showMentions'] });
      const commands = card.value.match(/command:[^)?]*/g);
      assert.deepEqual(commands, ['command:glossator.showMentions']);
      assert(!/[<>`]/.test(card.value), card.value);
      assert.deepEqual(card.value.match(/\$\([a-z-]+\)/g), ['$(location)']);
      assert(!card.value.includes('https://'), card.value);
    });
  });

  describe('navigation', () => {
    it('goes from a mention to its definition in another source', async () => {
      assert.deepEqual(
        await linksFrom('vscode.executeDefinitionProvider', 'seeds/b.txt', "Chang'e 7"),
        [
          {
            origin: "Chang'e 7",
            file: 'seeds/a.txt',
            selected: 'Chang’e-7',
            shown: 'China plans to launch the Chang’e-7 probe first.',
          },
        ],
      );
    });

    it('stays on the definition itself, so that the editor offers the references', async () => {
      const [link] = await linksFrom(
        'vscode.executeDefinitionProvider',
        'seeds/a.txt',
        'Chang’e-7',
      );
      assert.equal(link?.file, 'seeds/a.txt');
      assert.equal(link.selected, 'Chang’e-7');
    });

    it('goes to the registry where no source defines the entity', async () => {
      const [link] = await linksFrom('vscode.executeDefinitionProvider', 'seeds/a.txt', 'CNSA');
      assert.equal(link?.file, 'annotations/entities/organization.yaml');
      assert.equal(link.selected, 'cnsa');
    });

    it('goes to the registry entry as the type definition', async () => {
      const [link] = await linksFrom(
        'vscode.executeTypeDefinitionProvider',
        'seeds/b.txt',
        "Chang'e 7",
      );
      assert.equal(link?.file, 'annotations/entities/mission.yaml');
      assert.equal(link.selected, 'chang-e-7');
      assert.match(link.shown, /^chang-e-7:\n {2}type: mission\n/);
    });

    it('finds every mention in every source', async () => {
      const document = await open('seeds/b.txt');
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        rangeOf(document, "Chang'e 7").start,
      );
      assert.deepEqual(
        found
          .map(({ uri, range }) => [pathOf(uri), range.start.line, range.start.character])
          .sort(),
        [
          ['seeds/a.txt', 0, 26],
          ['seeds/b.txt', 0, 8],
        ],
      );
    });

    it('goes from a mention to its annotation', async () => {
      const editor = await show('seeds/b.txt');
      const { start } = rangeOf(editor.document, "Chang'e 7");
      editor.selection = new vscode.Selection(start, start);
      await vscode.commands.executeCommand('glossator.goToAnnotation');
      const now = vscode.window.activeTextEditor;
      assert(now);
      assert.equal(pathOf(now.document.uri), 'annotations/b.yaml');
      assert.equal(now.document.lineAt(now.selection.active.line).text, '  - id: b1');
    });
  });

  describe('stepping from mention to mention', () => {
    it('goes through all sources in a ring, forth and back', async () => {
      const editor = await show('seeds/a.txt');
      const { start } = rangeOf(editor.document, 'Chang’e-7');
      editor.selection = new vscode.Selection(start, start);
      const seen: string[] = [];
      for (const command of ['nextMention', 'nextMention', 'previousMention']) {
        await vscode.commands.executeCommand(`glossator.${command}`);
        const now = vscode.window.activeTextEditor;
        assert(now);
        seen.push(`${pathOf(now.document.uri)}: ${now.document.getText(now.selection)}`);
      }
      assert.deepEqual(seen, [
        "seeds/b.txt: Chang'e 7",
        'seeds/a.txt: Chang’e-7',
        "seeds/b.txt: Chang'e 7",
      ]);
    });
  });
});
