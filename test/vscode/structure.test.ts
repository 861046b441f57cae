import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, rangeOf } from './workspace';

describe('The structure of a source', () => {
  async function ask<T>(command: string, ...args: unknown[]): Promise<T> {
    const document = await open('seeds/sections.txt');
    return vscode.commands.executeCommand<T>(command, document.uri, ...args);
  }

  it('has its web addresses as links, but never where a definition is', async () => {
    const { uri } = await open('seeds/links.txt');
    const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      uri,
    );
    assert.deepEqual(
      found.map(({ target }) => target?.toString()),
      ['https://www.example.org/a?b%3Dc', 'https://cnsa.example/news/7'],
    );
    const document = await open('seeds/links.txt');
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['www.example.org/a?b=c', '/news/7'],
    );
  });

  it('has an outline of sections with their entities', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const tree = (all: vscode.DocumentSymbol[]): unknown[] =>
      all.map(({ name, detail, children }) => [name, detail, tree(children)]);
    const cnsa = 'China National Space Administration · organization';
    assert.deepEqual(tree(symbols), [
      [
        'The station of CNSA',
        '',
        [
          ['CNSA', cnsa, []],
          ['CNSA head Zhang', 'Zhang Kejian · person', [['CNSA', cnsa, []]]],
        ],
      ],
      ['Agreement topics', '', [['CNSA', cnsa, []]]],
    ]);
  });

  it('folds its sections', async () => {
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 2],
        [4, 6],
      ],
    );
  });

  it('expands a selection from word to mention, sentence and paragraph', async () => {
    const document = await open('seeds/sections.txt');
    const at = rangeOf(document, 'head').start;
    const [narrowest] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [
      at,
    ]);
    const texts: string[] = [];
    for (let range = narrowest; range; range = range.parent) {
      texts.push(document.getText(range.range));
    }
    assert.deepEqual(texts.slice(0, 4), [
      'head',
      'CNSA head Zhang',
      'CNSA head Zhang spoke.',
      'CNSA head Zhang spoke. “He said no.” They left at 3 p.m. on Friday.',
    ]);
  });

  it('marks all mentions of the entity under the cursor', async () => {
    const document = await open('seeds/sections.txt');
    const at = rangeOf(document, 'CNSA', 2).start;
    const marks = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', at);
    assert.deepEqual(
      marks.map(({ range }) => [range.start.line, document.getText(range)]),
      [
        [0, 'CNSA'],
        [2, 'CNSA'],
        [6, 'CNSA'],
      ],
    );
  });

  it('finds entities of the workspace under any spelling of any name', async () => {
    const search = (query: string) =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
    const [mission] = await search('change 7');
    assert.equal(mission?.name, "Chang'e 7");
    assert.equal(mission.containerName, 'Mission · Chang’e-7');
    const [agency] = await search('cnsa');
    assert.equal(agency?.name, 'China National Space Administration · CNSA');
    const [misspelt] = await search('changa 7');
    assert.equal(misspelt?.name, "Chang'e 7 ≈ changa 7");
  });

  it('has no icons and links in names that come from files', async () => {
    const [place] = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '`code` $(trash)',
    );
    assert.match(place?.name ?? '', /^\[click\] \(command:evil\) .* \$ \(alert\) /);
    const { uri } = await open('seeds/hostile.txt');
    const [mention] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.equal(mention?.name, '[a link] (command:evil) and <b>HTML</b> and $ (alert)');
    assert.match(mention.detail, /^\[click\] \(command:evil\) .* \$ \(alert\) /);
  });
});
