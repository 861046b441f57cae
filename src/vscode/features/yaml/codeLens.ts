import * as vscode from 'vscode';
import type { EntityCounts, ParsedFile } from '../../../core';
import { showClaimsCommand, showMentionsCommand } from '../../commands/showMentions';
import { toRange } from '../../convert';
import type { Corpora, CorpusFolder } from '../../corpora';
import { yamlSelector, yamlShownBy } from './yamlFile';

/** What is counted when the lens comes into view. */
class EntityLens extends vscode.CodeLens {
  readonly folder: CorpusFolder;
  readonly entity: string;
  readonly counts: 'mentions' | 'claims';

  constructor(
    range: vscode.Range,
    folder: CorpusFolder,
    entity: string,
    counts: 'mentions' | 'claims',
  ) {
    super(range);
    this.folder = folder;
    this.entity = entity;
    this.counts = counts;
  }
}

/** Above each entry of the registry how often the sources mention it and what they claim of it. */
export function registerYamlCodeLens(corpora: Corpora): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  /** Of each file as it reads, until a count may be another. */
  let known = new WeakMap<ParsedFile, vscode.CodeLens[]>();
  return vscode.Disposable.from(
    changed,
    corpora.onDidChange(({ edit }) => {
      // Counts are of records: no edit of a source changes them.
      if (edit !== undefined) return;
      known = new WeakMap();
      changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(yamlSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        const shown = await yamlShownBy(corpora, document);
        if (!shown || token.isCancellationRequested) return undefined;
        const { parsed, file } = shown;
        const index = await file.corpus.index();
        const before = known.get(parsed);
        if (before) return before;
        const lenses = (parsed.entities ?? []).flatMap(({ id, place }) => {
          const range = toRange(parsed.text, place.key ?? place.span);
          const mentions = new EntityLens(range, file.folder, id, 'mentions');
          if (index.countsOf(id).claims === 0) return [mentions];
          return [mentions, new EntityLens(range, file.folder, id, 'claims')];
        });
        known.set(parsed, lenses);
        return lenses;
      },
      async resolveCodeLens(lens: vscode.CodeLens) {
        if (!(lens instanceof EntityLens)) return lens;
        const counts = (await lens.folder.corpus.index()).countsOf(lens.entity);
        const command =
          lens.counts === 'mentions' ? mentionsOf(lens, counts) : claimsOf(lens, counts);
        // The lens itself is given again, and stays as light as it is.
        return new vscode.CodeLens(lens.range, command);
      },
    }),
  );
}

function mentionsOf(lens: EntityLens, { mentions, sources }: EntityCounts): vscode.Command {
  if (mentions === 0) return { title: vscode.l10n.t('no mentions'), command: '' };
  const many =
    mentions === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', mentions);
  const where = sources === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', sources);
  const title = vscode.l10n.t('{0} in {1}', many, where);
  return { title, command: showMentionsCommand, arguments: argumentsOf(lens) };
}

function claimsOf(lens: EntityLens, { claims }: EntityCounts): vscode.Command {
  const title = claims === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', claims);
  return { title, command: showClaimsCommand, arguments: argumentsOf(lens) };
}

function argumentsOf({ folder, entity, range }: EntityLens): unknown[] {
  return [folder.folder.uri.toString(), entity, range.start.line];
}
