import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar } from 'vscode-textmate';
import type { IGrammar, StateStack } from 'vscode-textmate';

const path = 'syntaxes/seed.tmLanguage.json';

/** Loads the grammar as VS Code does: the same library, the same regular expression engine. */
export async function loadSeedGrammar(): Promise<IGrammar> {
  await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: () => Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path)),
  });
  const grammar = await registry.loadGrammar('text.seed');
  if (!grammar) {
    throw new Error(`${path} does not define text.seed`);
  }
  return grammar;
}

/**
 * What the grammar marks in a text, as `line:start-end scope scope`, in order; lines and columns
 * count from zero. Plain prose is left out, and so are the root scope and the `.seed` endings.
 */
export function marks(grammar: IGrammar, text: string): readonly string[] {
  let state: StateStack = INITIAL;
  return text.split(/\r?\n/).flatMap((line, row) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const own = scopes.slice(1).map((scope) => scope.replace(/\.seed$/, ''));
      const end = Math.min(endIndex, line.length);
      return own.length > 0 && startIndex < end
        ? [`${row}:${startIndex}-${end} ${own.join(' ')}`]
        : [];
    });
  });
}

/** The pieces of a text that carry a scope, each as the text itself. */
export function marked(grammar: IGrammar, text: string, scope: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return marks(grammar, text).flatMap((mark) => {
    const [, row, start, end, scopes] = /^(\d+):(\d+)-(\d+) (.*)$/.exec(mark)!;
    const has = scopes!.split(' ').some((own) => own === scope || own.startsWith(`${scope}.`));
    return has ? [lines[Number(row)]!.slice(Number(start), Number(end))] : [];
  });
}

/** Steps through one long line and tells how deep the rule stack is after it. */
export function depthAfter(grammar: IGrammar, line: string): number {
  const { ruleStack, stoppedEarly } = grammar.tokenizeLine(line, INITIAL);
  if (stoppedEarly) {
    throw new Error('The grammar gave up on the line.');
  }
  return ruleStack.depth;
}
