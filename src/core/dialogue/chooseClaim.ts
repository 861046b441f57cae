import type { NewClaim } from '../annotate/addClaim';
import { mayBe, problemOf } from '../annotate/claimValue';
import {
  type ClaimWords,
  guessClaim,
  guessValues,
  rankProperties,
  rankSubjects,
} from '../annotate/guessClaim';
import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import { hasEntities, valueInWords } from '../features/values';
import { isEdtf } from '../format/dates';
import { dateInWords } from '../format/dateWords';
import type { Entity, Property, Span } from '../model';
import { dateExpressions } from '../recognise/dateExpressions';
import { oneLine } from './createEntity';
import { type Asking, type Back, type Choice, type Turn, askInTurn } from './question';

/** A claim, and what it says in words. */
export interface ChosenClaim {
  readonly claim: NewClaim;
  readonly sentence: string;
}

interface Answers {
  readonly subject?: Entity;
  readonly property?: Property;
  readonly value?: string;
}

/** More of the words would not be read in a title. */
const shownWords = 60;

/**
 * Asks what selected words claim: of whom, which property, and which value, each guessed from the
 * words and their sentence. Undefined where there are no words, or the user gave up.
 */
export async function chooseClaim(
  corpus: Corpus,
  source: string,
  selections: readonly Span[],
  asking: Asking,
  given: GivenClaim = {},
): Promise<ChosenClaim | undefined> {
  const said = await guessClaim(corpus, source, selections);
  if (!said) return undefined;
  const registry = await corpus.registry();
  const [subject, object] = said.pair ?? [];
  const known: Answers = {
    ...(subject && { subject }),
    ...(object && { value: object.id }),
    ...answersOf(registry, given),
  };
  asking.show?.(said.span);
  const answers = await askInTurn(turnsFor({ registry, said, asking }), known);
  if (!answers?.subject || !answers.property || answers.value === undefined) return undefined;
  const { property, value } = answers;
  const { span, words } = said;
  return {
    claim: { source, span, words, subject: answers.subject.id, property: property.id, value },
    sentence: `${answers.subject.name}: ${property.label} ${valueInWords(registry, property, value)}`,
  };
}

/** Answers that need not be asked for. Ids that nobody knows are none. */
export type GivenClaim = Partial<Pick<NewClaim, 'subject' | 'property' | 'value'>>;

function answersOf(registry: Registry, given: GivenClaim): Answers {
  const subject = registry.entities.get(given.subject ?? '');
  const property = registry.schema.properties.get(given.property ?? '');
  const { value } = given;
  return {
    ...(subject && { subject }),
    ...(property && { property }),
    ...(value !== undefined && { value }),
  };
}

interface Context {
  readonly registry: Registry;
  readonly said: ClaimWords;
  readonly asking: Asking;
}

function turnsFor(context: Context): Turn<Answers>[] {
  return [
    {
      isNeeded: ({ subject }) => !subject,
      ask: (answers, step) => askSubject(context, answers, step),
    },
    {
      isNeeded: ({ property }) => !property,
      ask: (answers, step) => askProperty(context, answers, step),
    },
    {
      isNeeded: ({ value }) => value === undefined,
      ask: async ({ subject, property }, step) => {
        if (!subject || !property) return undefined;
        const value = await askValue(context, subject, property, step);
        return typeof value === 'object' ? { subject, property, ...value } : value;
      },
    },
  ];
}

function about({ said }: Context, step: number) {
  const words = oneLine(said.words);
  const shown = words.length > shownWords ? `${words.slice(0, shownWords)}…` : words;
  const totalSteps = said.pair ? 1 : 3;
  return { title: `Claim in “${shown}”`, step, totalSteps };
}

async function askSubject(
  context: Context,
  answers: Answers,
  step: number,
): Promise<Answers | Back | undefined> {
  const { registry, said, asking } = context;
  const near = rankSubjects(registry, said);
  const choices = entityChoices(registry, near, () => true);
  const chosen = await asking.list({
    ...about(context, step),
    placeholder: 'Of whom or of what these words say something',
    choicesFor: () => choices,
  });
  return typeof chosen === 'object' ? { ...answers, subject: chosen.choice.entity } : chosen;
}

async function askProperty(
  context: Context,
  answers: Answers,
  step: number,
): Promise<Answers | Back | undefined> {
  const { registry, said, asking } = context;
  const { subject } = answers;
  if (!subject) return undefined;
  const choices = rankProperties(registry, said, subject).map(
    (property): Choice & { readonly property: Property } => ({
      property,
      label: property.label,
      description: rangeInWords(registry, property),
      detail: property.description ?? '',
    }),
  );
  const chosen = await asking.list({
    ...about(context, step),
    placeholder: said.pair
      ? `What ties ${subject.name} to ${said.pair[1].name}`
      : `What the words say of ${subject.name}`,
    choicesFor: () => choices,
  });
  return typeof chosen === 'object' ? { ...answers, property: chosen.choice.property } : chosen;
}

function rangeInWords(registry: Registry, { range }: Property): string {
  if (range === 'entity') return 'any entity';
  return typeof range === 'string' ? range : range.map((id) => registry.type(id).label).join(', ');
}

type Value = Pick<Answers, 'value'>;

async function askValue(
  context: Context,
  subject: Entity,
  property: Property,
  step: number,
): Promise<Value | Back | undefined> {
  const { registry, said, asking } = context;
  const guesses = guessValues(said, subject, property);
  const question = { ...about(context, step), placeholder: `${subject.name}: ${property.label} …` };
  if (hasEntities(property)) {
    const near = guesses.flatMap((id) => registry.entities.get(id) ?? []);
    const choices = entityChoices(registry, near, (one) => mayBe(property, one));
    const chosen = await asking.list({ ...question, choicesFor: () => choices });
    return typeof chosen === 'object' ? { value: chosen.choice.entity.id } : chosen;
  }
  if (property.range === 'date') {
    const chosen = await asking.list({
      ...question,
      placeholder: `${question.placeholder} (a date in EDTF, or in words)`,
      choicesFor: (typed) => dateChoices(guesses, typed.trim()),
      differs: (typed, before) => typed !== before,
    });
    return typeof chosen === 'object' ? { value: chosen.choice.value } : chosen;
  }
  const answer = await asking.text({
    ...question,
    value: guesses[0] ?? '',
    refuse: (text) => problemOf(registry, property, text),
  });
  return typeof answer === 'object' ? { value: answer.text } : answer;
}

/** Those near first, then all others that are wanted, by name. */
function entityChoices(
  registry: Registry,
  near: readonly Entity[],
  isWanted: (entity: Entity) => boolean,
): (Choice & { readonly entity: Entity })[] {
  const others = [...registry.entities.values()].filter(
    (one) => isWanted(one) && !near.includes(one),
  );
  others.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const choiceOf = (heading: string) => (entity: Entity, at: number) => {
    const { label, icon } = registry.typeOf(entity);
    const description = `${label} · ${entity.id}`;
    const detail = entity.aliases.join(' · ');
    return { entity, label: entity.name, icon, description, detail, ...(at === 0 && { heading }) };
  };
  return [...near.map(choiceOf('in the sentence')), ...others.map(choiceOf('all others'))];
}

interface DateChoice extends Choice {
  readonly value: string;
}

/** The dates of the sentence; of what is typed, the date that it is. */
function dateChoices(guesses: readonly string[], typed: string): DateChoice[] {
  const choices = guesses.map((value): DateChoice => {
    return { value, label: dateInWords(value), icon: 'calendar', description: value };
  });
  if (typed === '' && choices.length > 0) return choices;
  const [inWords] = dateExpressions(typed);
  const isWhole = inWords?.start === 0 && inWords.end === typed.length;
  const value = isWhole ? (inWords.value ?? typed) : typed;
  const problem = problemOfDate(value);
  const own: DateChoice =
    problem === undefined
      ? { value, label: dateInWords(value), icon: 'calendar', description: value }
      : { value, label: problem, icon: 'info', isRemark: true };
  return [...choices, { ...own, alwaysShow: true }];
}

function problemOfDate(value: string): string | undefined {
  return isEdtf(value) ? undefined : 'Write a date: 2021-03-09, 2021-03, 2018/2022, March 2021.';
}
