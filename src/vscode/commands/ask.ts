import * as vscode from 'vscode';
import type { Asking, Choice, ListQuestion, TextQuestion } from '../../core';
import { plainLabel } from '../markdown';

const back = 'back';

/** Asks the core's questions in the editor's quick input. */
export const asking: Asking = {
  list(question) {
    const input =
      vscode.window.createQuickPick<Item<ReturnType<typeof question.choicesFor>[number]>>();
    let typed = '';
    input.items = itemsOf(question, typed);
    input.matchOnDescription = true;
    input.matchOnDetail = true;
    input.placeholder = plainLabel(question.placeholder);
    input.onDidChangeValue((value) => {
      if (question.differs?.(value, typed)) input.items = itemsOf(question, value);
      typed = value;
    });
    return answerOf(input, question, () => {
      const choice = input.activeItems[0]?.choice;
      return choice && !choice.isRemark ? { choice, typed: input.value.trim() } : undefined;
    });
  },
  text(question) {
    const input = vscode.window.createInputBox();
    input.value = question.value;
    input.prompt = plainLabel(question.placeholder);
    const check = () => {
      input.validationMessage = refusalOf(question, input.value);
      return input.validationMessage === undefined;
    };
    input.onDidChangeValue(check);
    return answerOf(input, question, () => (check() ? { text: input.value.trim() } : undefined));
  },
};

/** Why a text is no answer: the editor makes links of what it says there, as in its messages. */
export function refusalOf(
  { refuse }: Pick<TextQuestion, 'refuse'>,
  text: string,
): string | undefined {
  const refusal = refuse(text);
  return refusal === undefined ? undefined : plainLabel(refusal);
}

interface Item<T> extends vscode.QuickPickItem {
  readonly choice?: T;
}

/** What a list shows; nothing that a file holds becomes an icon or a link. */
export function itemsOf<T extends Choice>(question: ListQuestion<T>, typed: string): Item<T>[] {
  return question.choicesFor(typed).flatMap((choice) => {
    const { label, icon, description = '', detail = '', heading, alwaysShow = false } = choice;
    const item: Item<T> = {
      choice,
      label: plainLabel(label),
      ...(icon !== undefined && { iconPath: new vscode.ThemeIcon(icon) }),
      description: plainLabel(description),
      detail: plainLabel(detail),
      alwaysShow,
    };
    if (heading === undefined) return [item];
    return [{ label: plainLabel(heading), kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

/** Undefined where the user gave up. */
function answerOf<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, step, totalSteps }: Pick<ListQuestion<Choice>, 'title' | 'step' | 'totalSteps'>,
  answer: () => T | undefined,
): Promise<T | typeof back | undefined> {
  input.title = plainLabel(title);
  input.step = step;
  input.totalSteps = totalSteps;
  if (step !== undefined && step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const end = (result: T | typeof back) => {
      resolve(result);
      input.hide();
    };
    input.onDidTriggerButton(() => {
      end(back);
    });
    const accept = () => {
      const given = answer();
      isAccepted = given === undefined;
      if (given !== undefined) end(given);
    };
    let isAccepted = false;
    input.onDidAccept(accept);
    // A list that is just renewed has nothing chosen yet: what was accepted counts when it has.
    input.onDidChangeValue(() => {
      isAccepted = false;
    });
    if ('onDidChangeActive' in input) {
      input.onDidChangeActive(() => {
        if (isAccepted) accept();
      });
    }
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
