import * as vscode from 'vscode';
import { builtinSchema, entityTokens, tokenModifiers } from '../../core';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { sourceShownBy } from '../versions';

/** What a type that the manifest does not know is coloured as. */
const otherType = 'entity';
const tokenTypes = [
  ...[...builtinSchema.types.keys()].map((id) => `${otherType}-${id}`),
  otherType,
];
const legend = new vscode.SemanticTokensLegend(tokenTypes, [...tokenModifiers]);

/** Colours mentions by the type of their entity. */
export function registerSemanticTokens(corpora: Corpora): vscode.Disposable {
  const provider = new EntityTokensProvider(corpora);
  return vscode.Disposable.from(
    provider,
    vscode.languages.registerDocumentSemanticTokensProvider(seedSelector, provider, legend),
  );
}

class EntityTokensProvider implements vscode.DocumentSemanticTokensProvider, vscode.Disposable {
  readonly #corpora: Corpora;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeSemanticTokens = this.#changed.event;

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
    this.#subscription = corpora.onDidChange((edited) => {
      // For the edited document itself the editor asks by itself, and in its own time.
      if (!edited) this.#changed.fire();
    });
  }

  async provideDocumentSemanticTokens(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const shown = await sourceShownBy(this.#corpora, document);
    const registry = await shown?.file.corpus.registry();
    if (!shown || !registry || token.isCancellationRequested) return undefined;
    const builder = new vscode.SemanticTokensBuilder(legend);
    for (const { line, character, start, end, type, modifiers } of entityTokens(
      shown.resolved,
      registry,
    )) {
      const own = tokenTypes.indexOf(`${otherType}-${type}`);
      const index = own < 0 ? tokenTypes.indexOf(otherType) : own;
      builder.push(line, character, end - start, index, bitsOf(modifiers));
    }
    return builder.build();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function bitsOf(modifiers: readonly (typeof tokenModifiers)[number][]): number {
  return modifiers.reduce((bits, one) => bits | (1 << tokenModifiers.indexOf(one)), 0);
}
