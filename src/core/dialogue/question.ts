/**
 * Questions to a user as data: the core knows what there is to choose, a shell how to ask. Texts
 * come from files, too: a shell shows them as plain text.
 */

import type { Span } from '../model';

/** One of what a list offers. */
export interface Choice {
  readonly label: string;
  /** A codicon's name. */
  readonly icon?: string;
  readonly description?: string;
  readonly detail?: string;
  /** It is offered whatever is typed to filter the list. */
  readonly alwaysShow?: boolean;
  /** A heading above it. */
  readonly heading?: string;
  /** It only says something and cannot be chosen. */
  readonly isRemark?: boolean;
}

interface Asked {
  readonly title: string;
  readonly placeholder: string;
  /** From 1; undefined where there is only one. Beyond the first one may go back. */
  readonly step?: number;
  readonly totalSteps?: number;
}

/** To be answered by one of a list; text that is typed filters it, and may be part of the answer. */
export interface ListQuestion<T extends Choice> extends Asked {
  /** What is offered while this is typed, the likeliest first. */
  readonly choicesFor: (typed: string) => readonly T[];
  /** Whether other text needs other choices; never, where there is none. */
  readonly differs?: (typed: string, before: string) => boolean;
}

/** To be answered by a text. */
export interface TextQuestion extends Asked {
  readonly value: string;
  /** What is wrong with a text, in a sentence; undefined: nothing. */
  readonly refuse: (text: string) => string | undefined;
}

/** The answer of somebody who wants to answer the question before anew. */
export const back = 'back';
export type Back = typeof back;

export interface Chosen<T> {
  readonly choice: T;
  /** What was typed to find it. */
  readonly typed: string;
}

/** How a shell asks. Undefined: the user gave up. */
export interface Asking {
  list<T extends Choice>(question: ListQuestion<T>): Promise<Chosen<T> | Back | undefined>;
  text(question: TextQuestion): Promise<{ readonly text: string } | Back | undefined>;
  /** Shows the user the words of the source that the next questions are about. */
  show?(span: Span): void;
}

/** One question of several. */
export interface Turn<Answers> {
  /** Without it: always. */
  readonly isNeeded?: (answers: Answers) => boolean;
  /** The answers with one more. */
  readonly ask: (answers: Answers, step: number) => Promise<Answers | Back | undefined>;
}

/**
 * Asks in turn, each question given the answers before it; going back asks the one before anew.
 * Undefined: the user gave up.
 */
export async function askInTurn<Answers extends object>(
  turns: readonly Turn<Answers>[],
  first: Answers,
): Promise<Answers | undefined> {
  const asked: { readonly at: number; readonly answers: Answers }[] = [];
  let answers = first;
  let at = 0;
  for (let turn = turns[at]; turn; turn = turns[at]) {
    if (turn.isNeeded?.(answers) === false) {
      at++;
      continue;
    }
    const answer = await turn.ask(answers, asked.length + 1);
    if (answer === undefined) return undefined;
    if (answer === back) {
      const before = asked.pop();
      at = before?.at ?? 0;
      answers = before?.answers ?? first;
    } else {
      asked.push({ at, answers });
      answers = answer;
      at++;
    }
  }
  return answers;
}
