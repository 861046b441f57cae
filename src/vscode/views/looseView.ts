import * as vscode from 'vscode';
import type { Corpora } from '../corpora';
import { diagnosticSource } from '../features/diagnostics';
import { CorpusView } from './corpusView';

export const looseViewId = 'glossator.loose';

/** Findings that want somebody's eyes; what has only moved does not. */
const counted: readonly unknown[] = ['anchor-lost', 'anchor-ambiguous', 'anchor-changed'];

/**
 * What does not stand where and as it is stored. The count on the view follows what is reported, so
 * that it costs nothing while nobody looks.
 */
export class LooseView implements vscode.Disposable {
  readonly tree: CorpusView;
  readonly #subscriptions: vscode.Disposable;
  /** By file: what is reported of anchors. */
  readonly #reported = new Map<string, string>();
  #count = 0;

  constructor(corpora: Corpora) {
    this.tree = new CorpusView(looseViewId, corpora, async (...of) =>
      (await import('./viewWork')).looseNodes(...of),
    );
    this.#subscriptions = vscode.Disposable.from(
      this.tree,
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        this.#follow(uris);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(uris: readonly vscode.Uri[]): void {
    let isOther = false;
    for (const uri of uris) {
      const own = vscode.languages
        .getDiagnostics(uri)
        .filter(({ source, code }) => source === diagnosticSource && isOfAnchor(code));
      const key = uri.toString();
      const before = this.#reported.get(key) ?? '';
      const now = own.map(({ code, message }) => `${code as string} ${message}`).join('\n');
      if (now === before) continue;
      isOther = true;
      this.#count += countOf(now) - countOf(before);
      if (now === '') this.#reported.delete(key);
      else this.#reported.set(key, now);
    }
    if (!isOther) return;
    this.tree.view.badge = this.#badge();
    this.tree.refresh();
  }

  #badge(): vscode.ViewBadge | undefined {
    const value = this.#count;
    if (value === 0) return undefined;
    const tooltip =
      value === 1
        ? vscode.l10n.t('1 annotation has lost its place')
        : vscode.l10n.t('{0} annotations have lost their place', value);
    return { value, tooltip };
  }
}

function isOfAnchor(code: vscode.Diagnostic['code']): boolean {
  return typeof code === 'string' && code.startsWith('anchor-');
}

function countOf(reported: string): number {
  return reported.split('\n').filter((line) => counted.includes(line.split(' ', 1)[0])).length;
}
