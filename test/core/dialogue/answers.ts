import assert from 'node:assert/strict';
import type { Asking, Choice, Span } from '../../../src/core';

/** What somebody does when asked: picks the first, a label, goes back, types and takes what is first then. */
export type Deed =
  | 'enter'
  | 'back'
  | 'escape'
  | { readonly type: string }
  | { readonly pick: string; readonly type?: string };

/** Somebody who does what was written down; tells what was asked and offered. */
export function answering(...deeds: Deed[]) {
  const asked: string[][] = [];
  const shown: Span[] = [];
  const next = () => deeds.shift() ?? assert.fail('asked once more than expected');
  const asking: Asking = {
    show: (span) => shown.push(span),
    list(question) {
      const deed = next();
      const typed = typeof deed === 'object' ? (deed.type ?? '') : '';
      const choices = question.choicesFor(typed);
      asked.push([question.title, ...question.choicesFor('').map(label)]);
      if (deed === 'back' || deed === 'escape') {
        return Promise.resolve(deed === 'back' ? 'back' : undefined);
      }
      const matching = choices.filter(
        (one) => one.alwaysShow === true || one.label.toLowerCase().includes(typed.toLowerCase()),
      );
      const pick = typeof deed === 'object' && 'pick' in deed ? deed.pick : undefined;
      const found = pick === undefined ? matching[0] : choices.find((one) => one.label === pick);
      assert(found && found.isRemark !== true, JSON.stringify([deed, choices.map(label)]));
      return Promise.resolve({ choice: found, typed });
    },
    text(question) {
      const deed = next();
      asked.push([question.title, question.value]);
      if (deed === 'back' || deed === 'escape') {
        return Promise.resolve(deed === 'back' ? 'back' : undefined);
      }
      const text = typeof deed === 'object' ? (deed.type ?? '') : question.value;
      assert.equal(question.refuse(text), undefined, text);
      return Promise.resolve({ text });
    },
  };
  return { asking, asked, shown, isDone: () => deeds.length === 0 };
}

const label = (one: Choice): string => one.label;
