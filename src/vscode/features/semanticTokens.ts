import * as vscode from 'vscode';
import { TokenData } from '../../core';
import { builtinTypes, tokenModifiers } from '../../core/early';
import type { Corpora } from '../corpora';
import { seedSelector } from '../language';
import { sourceShownBy } from '../versions';

/** What a type that the manifest does not know is coloured as. */
const otherType = 'entity';
const tokenTypes = [...builtinTypes.map((id) => `${otherType}-${id}`), otherType];
const legend = new vscode.SemanticTokensLegend(tokenTypes, [...tokenModifiers]);

/** Colours mentions by the type of their entity. */
export function registerSemanticTokens(corpora: Corpora): vscode.Disposable {
  const provider = new EntityTokensProvider(corpora);
  return vscode.Disposable.from(
    provider,
    vscode.languages.registerDocumentSemanticTokensProvider(seedSelector, provider, legend),
  );
}

/** An answer and its name: the editor says from which it wants the difference. */
interface Answer {
  readonly resultId: string;
  readonly tokens: TokenData;
}

class EntityTokensProvider implements vscode.DocumentSemanticTokensProvider, vscode.Disposable {
  readonly #corpora: Corpora;
  /** The last answer for each document, as long as the editor keeps it. */
  readonly #answers = new WeakMap<vscode.TextDocument, Answer>();
  #answersGiven = 0;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeSemanticTokens = this.#changed.event;

  constructor(corpora: Corpora) {
    this.#corpora = corpora;
    this.#subscription = corpora.onDidChange(({ edit }) => {
      // For an edited source itself the editor asks by itself, and in its own time.
      if (!edit) this.#changed.fire();
    });
  }

  async provideDocumentSemanticTokens(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const answer = await this.#answer(document, token);
    return (
      answer && new vscode.SemanticTokens(new Uint32Array(answer.tokens.all()), answer.resultId)
    );
  }

  async provideDocumentSemanticTokensEdits(
    document: vscode.TextDocument,
    previousResultId: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | vscode.SemanticTokensEdits | undefined> {
    const previous = this.#answers.get(document);
    const answer = await this.#answer(document, token);
    if (!answer) return undefined;
    const { tokens, resultId } = answer;
    const edits =
      previous?.resultId === previousResultId ? tokens.editsSince(previous.tokens) : undefined;
    if (!edits) return new vscode.SemanticTokens(new Uint32Array(tokens.all()), resultId);
    return new vscode.SemanticTokensEdits(
      edits.map(
        ({ start, deleteCount, data }) =>
          new vscode.SemanticTokensEdit(start, deleteCount, new Uint32Array(data)),
      ),
      resultId,
    );
  }

  async #answer(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<Answer | undefined> {
    const shown = await sourceShownBy(this.#corpora, document);
    const registry = await shown?.file.corpus.registry();
    if (!shown || !registry || token.isCancellationRequested) return undefined;
    const tokens = new TokenData(shown.resolved, registry, typeIndex);
    const answer = { resultId: String(++this.#answersGiven), tokens };
    this.#answers.set(document, answer);
    return answer;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function typeIndex(type: string): number {
  const own = tokenTypes.indexOf(`${otherType}-${type}`);
  return own < 0 ? tokenTypes.indexOf(otherType) : own;
}
