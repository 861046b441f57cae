import * as vscode from 'vscode';
import type { SpanSide } from '../../core';
import type { Corpora } from '../corpora';
import { registerEditorCommand } from './editorCommand';
import { registerDecision } from './inTurn';
import type * as work from './editorWork';

type Run = (
  all: typeof work,
  corpora: Corpora,
  editor: vscode.TextEditor,
  argument: unknown,
) => Promise<void>;

/** By command: what decides something, one decision after another. */
const decisions: Readonly<Record<string, Run>> = {
  annotateSelection: (all, ...at) => all.annotateSelection(...at),
  annotateAgain: (all, corpora, editor) => all.annotateAgain(corpora, editor),
  addClaim: (all, ...at) => all.claimSelection(...at),
  extendAnnotationLeft: moving('extend', 'start'),
  shrinkAnnotationLeft: moving('shrink', 'start'),
  extendAnnotationRight: moving('extend', 'end'),
  shrinkAnnotationRight: moving('shrink', 'end'),
  splitAnnotation: (all, corpora, editor) => all.splitAnnotation(corpora, editor),
  mergeAnnotations: (all, corpora, editor) => all.mergeAnnotations(corpora, editor),
  changeEntity: changing('changeEntity'),
  toggleDefinition: changing('toggleDefinition'),
  toggleNominal: changing('toggleNominal'),
  changeKind: changing('changeKind'),
  removeAnnotation: (all, corpora, editor) => all.removeAnnotation(corpora, editor),
};

/** And what can be done at any time. */
const others: Readonly<Record<string, Run>> = {
  goToAnnotation: (all, corpora, editor) => all.goToAnnotation(corpora, editor),
  nextMention: (all, corpora, editor) => all.goToMention(corpora, editor, 1),
  previousMention: (all, corpora, editor) => all.goToMention(corpora, editor, -1),
};

function moving(move: work.Move, side: SpanSide): Run {
  return (all, corpora, editor) => all.moveBorder(corpora, editor, move, side);
}

function changing(decision: work.Decision): Run {
  return (all, corpora, editor, argument) =>
    all.changeMentionsAt(corpora, editor, decision, argument);
}

/** The commands on a text editor with a source; what they do loads with the first of them. */
export function registerCommands(corpora: Corpora): vscode.Disposable {
  const registered = (register: typeof registerDecision, runs: Readonly<Record<string, Run>>) =>
    Object.entries(runs).map(([name, run]) =>
      register(`glossator.${name}`, async (editor, argument) =>
        run(await import('./editorWork'), corpora, editor, argument),
      ),
    );
  return vscode.Disposable.from(
    ...registered(registerDecision, decisions),
    ...registered(registerEditorCommand, others),
  );
}
