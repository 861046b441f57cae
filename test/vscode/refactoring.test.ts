import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edit as typeInto } from './ownFiles';
import { closeAll, open, pathOf, rangeOf, restore, show, uriOf, when } from './workspace';

const [a, b, sections] = ['annotations/a.yaml', 'annotations/b.yaml', 'annotations/sections.yaml'];
const [mission, agreement, person, organization] = [
  'annotations/entities/mission.yaml',
  'annotations/entities/agreement.yaml',
  'annotations/entities/person.yaml',
  'annotations/entities/organization.yaml',
];
const all = [a, b, sections, mission, agreement, person, organization];

async function stored(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
}

/** What F2 at some words makes of them: the changed lines of each file. */
async function renamed(path: string, words: string, to: string): Promise<vscode.WorkspaceEdit> {
  const document = await open(path);
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    rangeOf(document, words).start,
    to,
  );
}

async function prepared(path: string, words: string): Promise<[string, string]> {
  const document = await open(path);
  const { range, placeholder } = await vscode.commands.executeCommand<{
    range: vscode.Range;
    placeholder: string;
  }>('vscode.prepareRename', document.uri, rangeOf(document, words).start);
  return [document.getText(range), placeholder];
}

function linesOf(edit: vscode.WorkspaceEdit): string[] {
  return edit
    .entries()
    .flatMap(([uri, edits]) =>
      edits.flatMap(({ newText }) =>
        newText.split('\n').flatMap((line) => (line === '' ? [] : [`${pathOf(uri)}:${line}`])),
      ),
    );
}

describe('Refactoring the registry', () => {
  const before = new Map<string, string>();

  beforeEach(async () => {
    for (const path of all) before.set(path, await stored(path));
  });

  afterEach(async () => {
    for (const [path, text] of before) {
      if ((await open(path)).getText() !== text || (await stored(path)) !== text) {
        await restore(path, text);
      }
    }
    await closeAll();
  });

  describe('F2', () => {
    it('on a mention is about the name, and keeps the old one as an alias', async () => {
      assert.deepEqual(await prepared('seeds/a.txt', 'Chang’e-7'), ['Chang’e-7', "Chang'e 7"]);
      const edit = await renamed('seeds/a.txt', 'Chang’e-7', 'CE-7');
      assert.deepEqual(linesOf(edit), [`${mission}:  name: CE-7`, `${mission}:    - Chang'e 7`]);
    });

    it('on an id in the YAML is about the id, in every file', async () => {
      assert.deepEqual(await prepared(b, 'chang-e-7'), ['chang-e-7', 'chang-e-7']);
      const edit = await renamed(mission, 'chang-e-7', 'ce-7');
      assert.deepEqual(linesOf(edit).sort(), [
        `${a}:    entity: ce-7`,
        `${b}:    entity: ce-7`,
        `${mission}:ce-7:`,
      ]);
    });

    it('on a name in the registry is about the name', async () => {
      assert.deepEqual(await prepared(mission, "Chang'e 7"), ["Chang'e 7", "Chang'e 7"]);
    });

    it('says why it cannot rename', async () => {
      await assert.rejects(prepared('seeds/a.txt', 'plans'), /no annotation at the cursor/);
      await assert.rejects(prepared(a, 'prefix'), /no id or name at the cursor/);
      await assert.rejects(renamed(b, 'chang-e-7', 'cnsa'), /There is an entity “cnsa” already/);
      const text = before.get(b) ?? '';
      await restore(b, `${text}broken: [\n`);
      await assert.rejects(prepared(a, 'chang-e-7'), /b\.yaml has an error on line/);
    });

    it('saves nothing that the user has not saved: it asks for that first', async () => {
      const settings = vscode.workspace.getConfiguration('files');
      const { Workspace } = vscode.ConfigurationTarget;
      await settings.update('autoSave', 'off', Workspace);
      try {
        await typeInto(b, 'source: seeds/b.txt', 'source: seeds/b.txt # Mine.');
        await assert.rejects(renamed(a, 'chang-e-7', 'ce-7'), /Save annotations\/b\.yaml first: /);
        await settings.update('refactoring.autoSave', false, Workspace);
        const made = linesOf(await renamed(a, 'chang-e-7', 'ce-7'));
        assert(made.includes(`${b}:    entity: ce-7`));
      } finally {
        await settings.update('refactoring.autoSave', undefined, Workspace);
        await settings.update('autoSave', undefined, Workspace);
      }
    });

    it('is one step to undo in all files, closed ones too, and saves them', async () => {
      await show(mission);
      const edit = await renamed(mission, 'chang-e-7', 'ce-7');
      await vscode.workspace.applyEdit(edit);
      const documents = await Promise.all([a, b, mission].map(open));
      await when(vscode.workspace.onDidSaveTextDocument, () =>
        documents.every(({ isDirty }) => !isDirty),
      );
      for (const path of [a, b, mission]) assert.match(await stored(path), /\bce-7\b/);
      for (const path of [a, b, mission]) assert.doesNotMatch(await stored(path), /chang-e-7/);
      await vscode.commands.executeCommand('undo');
      for (const path of [a, b, mission]) {
        assert.equal((await open(path)).getText(), before.get(path));
      }
      await when(vscode.workspace.onDidSaveTextDocument, () =>
        documents.every(({ isDirty }) => !isDirty),
      );
      for (const path of [a, b, mission]) assert.equal(await stored(path), before.get(path));
    });
  });

  describe('the commands', () => {
    it('rename an entity, and forget the old name if they are told so', async () => {
      await vscode.commands.executeCommand('glossator.renameEntity', {
        entity: 'chang-e-7',
        name: 'CE-7',
        keepOld: false,
      });
      const text = before.get(mission) ?? '';
      assert.equal(await stored(mission), text.replace("name: Chang'e 7", 'name: CE-7'));
    });

    it('rename an id from a source, as one step to undo there', async () => {
      const { document } = await show('seeds/b.txt');
      await vscode.commands.executeCommand('glossator.renameEntityId', {
        entity: 'mou-2021',
        id: 'memorandum-2021',
      });
      for (const path of [a, b, agreement]) {
        const text = before.get(path) ?? '';
        assert.equal(await stored(path), text.replaceAll('mou-2021', 'memorandum-2021'));
      }
      await vscode.commands.executeCommand('undo');
      for (const path of [a, b, agreement]) {
        assert.equal((await open(path)).getText(), before.get(path));
      }
      assert.equal(document.isDirty, false);
    });

    it('merge an entity into another, as one step to undo in the source', async () => {
      const { document } = await show('seeds/sections.txt');
      await vscode.commands.executeCommand('glossator.mergeEntity', {
        entity: 'zhang',
        into: 'cnsa',
      });
      assert.equal(await stored(person), '');
      assert.match(await stored(organization), /aliases: \[CNSA, "Zhang Kejian"\]/);
      assert.match(await stored(sections), /id: s2\n {4}entity: cnsa\n/);
      assert.match(
        await stored(sections),
        /subject: cnsa\n {4}property: affiliation\n {4}value: cnsa\n/,
      );
      await vscode.commands.executeCommand('undo');
      for (const path of [person, organization, sections]) {
        assert.equal((await open(path)).getText(), before.get(path));
      }
      assert.equal(document.isDirty, false);
    });

    it('split an entity: what is chosen goes to a new one', async () => {
      await show('seeds/b.txt');
      await vscode.commands.executeCommand('glossator.splitEntity', {
        entity: 'mou-2021',
        records: ['b2', 'b3'],
        made: { id: 'mou-draft', type: 'agreement', name: 'Draft' },
      });
      const text = before.get(b) ?? '';
      assert.equal(await stored(b), text.replaceAll('mou-2021', 'mou-draft'));
      assert.equal(await stored(a), before.get(a));
      assert.match(await stored(agreement), /^mou-2021:[^]*mou-draft:\n {2}type: agreement\n/);
      await vscode.commands.executeCommand('undo');
      assert.equal((await open(b)).getText(), text);
      assert.equal((await open(agreement)).getText(), before.get(agreement));
    });

    it('change the type of an entity: its entry moves to the file of that type', async () => {
      await show('seeds/b.txt');
      await vscode.commands.executeCommand('glossator.changeEntityType', {
        entity: 'zhang',
        type: 'organization',
      });
      assert.equal(await stored(person), '');
      assert.match(
        await stored(organization),
        /zhang:\n {2}type: organization\n {2}name: Zhang Kejian\n/,
      );
      await vscode.commands.executeCommand('undo');
      assert.equal((await open(person)).getText(), before.get(person));
      assert.equal((await open(organization)).getText(), before.get(organization));
    });

    it('change nothing where a file that names the entity has errors', async () => {
      const text = before.get(b) ?? '';
      await restore(b, `${text}broken: [\n`);
      await vscode.commands.executeCommand('glossator.mergeEntity', {
        entity: 'chang-e-7',
        into: 'cnsa',
      });
      for (const path of [a, mission, organization]) {
        assert.equal((await open(path)).getText(), before.get(path));
      }
    });

    it('leave files unsaved where the user wants it so', async () => {
      const settings = vscode.workspace.getConfiguration('glossator');
      await settings.update('save', false, vscode.ConfigurationTarget.Workspace);
      try {
        await vscode.commands.executeCommand('glossator.renameEntityId', {
          entity: 'mou-2021',
          id: 'memorandum-2021',
        });
        for (const path of [a, b, agreement]) {
          assert.equal((await open(path)).isDirty, true);
          assert.equal(await stored(path), before.get(path));
        }
      } finally {
        await settings.update('save', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  });

  it('stands in the menu of refactorings for the entity at the cursor, where it is asked for', async () => {
    for (const [path, words] of [
      ['seeds/a.txt', 'Chang’e-7'],
      [a, 'chang-e-7'],
      [mission, 'chang-e-7'],
    ] as const) {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uriOf(path),
        rangeOf(await open(path), words),
        vscode.CodeActionKind.Refactor.value,
      );
      assert.deepEqual(
        actions.map(({ title }) => title),
        [
          "Rename the Id of “Chang'e 7”…",
          "Merge “Chang'e 7” into Another Entity…",
          "Split “Chang'e 7”…",
          "Change the Type of “Chang'e 7”…",
        ],
      );
    }
  });
});
