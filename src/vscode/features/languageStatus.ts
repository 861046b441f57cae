import * as vscode from 'vscode';
import { type AnchorCounts, type ResolvedSource, anchorCountsOf, roleOf } from '../../core';
import type { Corpora, CorpusFolder } from '../corpora';
import { seedLanguage } from '../language';
import { sourceShownBy } from '../versions';
import { Debounced } from '../debounced';

/** After the last change; nobody reads it while typing. */
const delay = 300;

const shown: vscode.DocumentSelector = [
  { language: seedLanguage },
  { pattern: '**/annotations/**/*.yaml' },
];
const hidden: vscode.DocumentSelector = [];

/** Says in the language status how the annotations of the active source stand. */
export function registerLanguageStatus(corpora: Corpora): vscode.Disposable {
  const status = new SourceStatus(corpora, 'glossator.source');
  status.schedule();
  return vscode.Disposable.from(
    status,
    corpora.onDidChange(() => {
      status.schedule();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => {
      status.schedule();
    }),
  );
}

/** A source before the user's eyes, or behind the annotations that are. */
interface Shown {
  readonly folder: CorpusFolder;
  readonly resolved: ResolvedSource;
  /** Whether it is the annotations that the user sees. */
  readonly asYaml: boolean;
}

export class SourceStatus implements vscode.Disposable {
  readonly item: vscode.LanguageStatusItem;
  readonly #corpora: Corpora;
  readonly #refreshing = new Debounced(delay, () => {
    this.refresh().catch(console.error);
  });
  /** Which refresh is the latest: an older one that ends later says nothing. */
  #latest = 0;

  constructor(corpora: Corpora, id: string) {
    this.#corpora = corpora;
    this.item = vscode.languages.createLanguageStatusItem(id, hidden);
    this.item.name = vscode.l10n.t('Glossator');
  }

  schedule(): void {
    this.#refreshing.ask();
  }

  /** Busy while the source is resolved, and before it, where need be, the corpus is indexed. */
  async refresh(): Promise<void> {
    const run = ++this.#latest;
    const document = vscode.window.activeTextEditor?.document;
    this.item.busy = true;
    try {
      const found = document && (await this.#find(document));
      if (run !== this.#latest) return;
      this.item.selector = found ? shown : hidden;
      if (found) describe(this.item, found);
    } finally {
      if (run === this.#latest) this.item.busy = false;
    }
  }

  dispose(): void {
    this.#refreshing.dispose();
    this.#latest++;
    this.item.dispose();
  }

  async #find(document: vscode.TextDocument): Promise<Shown | undefined> {
    if (document.languageId === seedLanguage) {
      const source = await sourceShownBy(this.#corpora, document);
      return source && { folder: source.file.folder, resolved: source.resolved, asYaml: false };
    }
    const file = this.#corpora.locate(document.uri);
    if (!file || roleOf(file.path) !== 'annotations') return undefined;
    const source = (await file.corpus.file(file.path))?.annotations?.source;
    const resolved = source === undefined ? undefined : await file.corpus.source(source);
    return resolved && { folder: file.folder, resolved, asYaml: true };
  }
}

function describe(item: vscode.LanguageStatusItem, source: Shown): void {
  const counts = anchorCountsOf(source.resolved);
  const doubts = doubtsOf(counts);
  item.text = [numberOf.mentions(counts.mentions), numberOf.claims(counts.claims)].join(', ');
  item.detail = doubts.join(', ');
  item.severity =
    doubts.length > 0
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
  item.command = doubts.length > 0 ? showProblems() : openOther(source);
  item.accessibilityInformation = { label: [item.text, ...doubts].join(', ') };
}

const numberOf = {
  mentions: (count: number) =>
    count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count),
  claims: (count: number) =>
    count === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', count),
};

function doubtsOf({ lost, ambiguous, changed }: AnchorCounts): string[] {
  return [
    ...(lost > 0 ? [vscode.l10n.t('{0} lost', lost)] : []),
    ...(ambiguous > 0 ? [vscode.l10n.t('{0} ambiguous', ambiguous)] : []),
    ...(changed > 0 ? [vscode.l10n.t('{0} changed', changed)] : []),
  ];
}

function showProblems(): vscode.Command {
  return { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' };
}

/** From the source to its annotations, and back. */
function openOther({ folder, resolved, asYaml }: Shown): vscode.Command | undefined {
  const path = asYaml ? resolved.path : resolved.annotations?.file;
  if (path === undefined) return undefined;
  const title = asYaml ? vscode.l10n.t('Open Source') : vscode.l10n.t('Open Annotations');
  return { title, command: 'vscode.open', arguments: [folder.uriOf(path)] };
}
