import type { NewEntity } from '../annotate/annotate';
import type { GuessedMention } from '../annotate/guessMention';
import { entityIdFor } from '../annotate/ids';
import { proposedEntity } from '../annotate/proposedEntity';
import type { Registry } from '../corpus/registry';
import { isEdtf } from '../format/dates';
import { isEntityId } from '../format/entityId';
import { type Asking, type Back, type Choice, type Turn, askInTurn, back } from './question';

/** What is known of a new entity before anybody is asked. */
export type Draft = Pick<GuessedMention, 'words' | 'type' | 'value' | 'name'>;

/**
 * The entity that a draft makes without a question; under another name, or for a date with another
 * value, if one was typed. Undefined where only a user can tell.
 */
export function entityOf(registry: Registry, draft: Draft, typed: string): NewEntity | undefined {
  const { words, type, value, name } = draft;
  if (type === undefined) return undefined;
  if (typed === '') {
    return proposedEntity(registry, words, {
      type,
      ...(value !== undefined && { value }),
      ...(name !== undefined && { name }),
    });
  }
  if (type !== 'date') return proposedEntity(registry, typed, { type, name: typed });
  return isEdtf(typed) ? proposedEntity(registry, words, { type, value: typed }) : undefined;
}

interface Answers {
  readonly name: string;
  readonly type?: string;
  readonly value?: string;
  readonly id?: string;
}

/** Asks for what makes a new entity, beginning with what is guessed. Undefined: the user gave up. */
export async function createEntity(
  registry: Registry,
  draft: Draft,
  typed: string,
  asking: Asking,
): Promise<NewEntity | undefined> {
  const name = typed || oneLine(draft.name ?? draft.words);
  const answers = await askInTurn(turnsFor(registry, draft, asking), { name });
  if (answers?.id === undefined || answers.type === undefined) return undefined;
  const { id, type, value } = answers;
  return { id, type, name: answers.name, ...(value !== undefined && value !== '' && { value }) };
}

const title = 'New entity';

function turnsFor(registry: Registry, draft: Draft, asking: Asking): Turn<Answers>[] {
  const askFor =
    (key: 'name' | 'value' | 'id', questionOf: (answers: Answers) => AskedText) =>
    async (answers: Answers, step: number): Promise<Answers | Back | undefined> => {
      const totalSteps = hasValue(answers) ? 4 : 3;
      const answer = await asking.text({ title, step, totalSteps, ...questionOf(answers) });
      return typeof answer === 'object' ? { ...answers, [key]: answer.text } : answer;
    };
  return [
    { ask: (answers, step) => askType(registry, draft, answers, step, asking) },
    {
      ask: askFor('name', ({ name }) => ({
        placeholder: 'Its name, as the corpus is to call it',
        value: name,
        refuse: (text) => (text.trim() === '' ? 'An entity needs a name.' : undefined),
      })),
    },
    {
      isNeeded: hasValue,
      ask: askFor('value', (answers) =>
        answers.type === 'date'
          ? {
              placeholder: 'Its value in EDTF, such as 2021-03-09, 2021-03 or 2018/2022',
              value: isEdtf(answers.name) ? answers.name : (draft.value ?? ''),
              refuse: refuseDate,
            }
          : {
              placeholder: 'Its amount, if there is one',
              value: answers.name,
              refuse: () => undefined,
            },
      ),
    },
    {
      ask: askFor('id', (answers) => ({
        placeholder: 'Its id: lower-case words joined by hyphens, for ever',
        value: suggestId(registry, answers),
        refuse: (text) => refuseId(registry, text.trim()),
      })),
    },
  ];
}

interface AskedText {
  readonly placeholder: string;
  readonly value: string;
  readonly refuse: (text: string) => string | undefined;
}

/** Dates and quantities have one. */
function hasValue({ type }: Answers): boolean {
  return type === 'date' || type === 'quantity';
}

async function askType(
  registry: Registry,
  draft: Draft,
  answers: Answers,
  step: number,
  asking: Asking,
): Promise<Answers | Back | undefined> {
  const choices = [...registry.schema.types.values()].map(
    ({ id, label, icon, description }): Choice & { readonly id: string } => ({
      id,
      label,
      icon,
      detail: description,
      ...(id === draft.type && { description: 'likely' }),
    }),
  );
  choices.sort((a, b) => Number(b.id === draft.type) - Number(a.id === draft.type));
  const placeholder = `What kind of thing “${answers.name}” is`;
  const choicesFor = () => choices;
  const chosen = await asking.list({ title, step, totalSteps: 3, placeholder, choicesFor });
  return chosen === undefined || chosen === back ? chosen : { ...answers, type: chosen.choice.id };
}

function refuseDate(text: string): string | undefined {
  return isEdtf(text.trim()) ? undefined : 'Write a date in EDTF: year, month, day.';
}

/** A date is what its value says, whatever words a source has for it. */
function suggestId(registry: Registry, { type, name, value = '' }: Answers): string {
  const words = type === 'date' ? `date ${value.replaceAll('/', ' to ')}` : name;
  return entityIdFor(words, (one) => registry.entities.has(one));
}

function refuseId(registry: Registry, id: string): string | undefined {
  if (!isEntityId(id)) return 'Write lower-case words joined by hyphens.';
  const taken = registry.entities.get(id);
  return taken && `This id is taken by “${taken.name}”.`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
