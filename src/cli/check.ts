import { type Corpus, type Diagnostic, SourceText, checkCorpus } from '../core';
import { printJson, printable } from './print';

/** A diagnostic with its place as people and other programs count: from 1, columns in UTF-16. */
interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Diagnostic['severity'];
  readonly code: Diagnostic['code'];
  readonly message: string;
}

/** Prints what is wrong. Status 0: nothing but information; 1: errors or warnings. */
export async function runCheck(corpus: Corpus, format: 'text' | 'json'): Promise<number> {
  const findings = await locate(corpus, await checkCorpus(corpus));
  process.stdout.write(format === 'json' ? printJson({ findings }) : printText(findings));
  return findings.some(({ severity }) => severity !== 'information') ? 1 : 0;
}

async function locate(corpus: Corpus, diagnostics: readonly Diagnostic[]): Promise<Finding[]> {
  const texts = new Map<string, SourceText>();
  for (const file of new Set(diagnostics.map((one) => one.file))) {
    texts.set(file, await corpus.linesOf(file));
  }
  return diagnostics.map(({ file, span, severity, code, message }) => {
    const text = texts.get(file) ?? new SourceText('');
    const start = text.positionAt(span.start);
    const end = text.positionAt(span.end);
    return {
      file,
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      severity,
      code,
      message,
    };
  });
}

function printText(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, line, column, severity, code, message }) =>
    printable(`${file}:${line}:${column}: ${severity}: ${message} [${code}]`),
  );
  return [...lines, summary(findings), ''].join('\n');
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.';
  const count = (severity: Diagnostic['severity'], one: string, many: string) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  return [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('information', 'piece of information', 'pieces of information'),
  ].join(', ');
}
