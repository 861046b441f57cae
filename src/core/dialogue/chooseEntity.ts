import type { NewEntity } from '../annotate/annotate';
import type { Candidate } from '../annotate/candidates';
import type { GuessedMention } from '../annotate/guessMention';
import { type Meanings, rankMeanings } from '../annotate/rankMeanings';
import type { Corpus } from '../corpus/corpus';
import type { Registry } from '../corpus/registry';
import { createEntity, entityOf, oneLine } from './createEntity';
import { type Asking, type Choice, back } from './question';

/** What was last annotated with: ids. */
export interface LastUsed {
  readonly entity: string;
  readonly type: string;
}

/** Words that an entity is asked for, with what is guessed of what they mean. */
export interface MeantWords {
  readonly meant: Omit<GuessedMention, 'span'>;
  readonly last?: LastUsed | undefined;
  /** What is asked, of the words. */
  readonly title: string;
}

export interface EntityChoice extends Choice {
  /** The entity that this is; else one is created, */
  readonly entity?: string;
  /** with questions if so. */
  readonly isDetailed?: boolean;
}

/** Up to here what is offered is made anew with each letter, so that it tells what is typed. */
const fewEntities = 1000;

/** An id of the registry, a new entity, or undefined where the user gave up. */
export async function chooseEntity(
  corpus: Corpus,
  { meant, last, title }: MeantWords,
  asking: Asking,
): Promise<string | NewEntity | undefined> {
  const registry = await corpus.registry();
  const meanings = rankMeanings(registry, meant, last?.entity);
  const isSmall = registry.entities.size <= fewEntities;
  const chosen = await asking.list<EntityChoice>({
    title,
    placeholder: 'The entity that these words mention, or the name of a new one',
    choicesFor: (typed) => entityChoices(registry, meanings, meant, typed.trim()),
    differs: (typed, before) => (isSmall ? typed !== before : (typed === '') !== (before === '')),
  });
  if (chosen === undefined || chosen === back) return undefined;
  const { choice, typed } = chosen;
  if (choice.entity !== undefined) return choice.entity;
  const made = choice.isDetailed ? undefined : entityOf(registry, meant, typed);
  const type = meant.type ?? last?.type;
  return (
    made ?? createEntity(registry, type === undefined ? meant : { ...meant, type }, typed, asking)
  );
}

/** A new name, unless the registry has what it is like, comes before what it may also be. */
function entityChoices(
  registry: Registry,
  { isSure, likely, others }: Meanings,
  meant: MeantWords['meant'],
  typed: string,
): EntityChoice[] {
  const known = section('likely', likely, registry);
  const rest = section('all others', others, registry);
  const made = creations(registry, meant, typed);
  // What is typed is looked for first.
  if (typed !== '') return [...known, ...rest, ...made];
  const isNew = meant.type !== undefined && meant.entity === undefined && !isSure;
  return isNew ? [...made, ...known, ...rest] : [...known, ...made, ...rest];
}

function creations(registry: Registry, meant: MeantWords['meant'], typed: string): EntityChoice[] {
  const made = entityOf(registry, meant, typed);
  const name = made?.name ?? (typed || oneLine(meant.words));
  const detailed: EntityChoice = {
    label: 'Create a new entity…',
    icon: 'edit',
    description: `“${name}”, with a type, name and id to choose`,
    isDetailed: true,
    alwaysShow: true,
  };
  if (!made) return [{ ...detailed, heading: 'new' }];
  // What is typed must not stand in the label: whatever a list finds there it puts first.
  const what = [
    registry.type(made.type).label,
    ...(made.value === undefined ? [] : [made.value]),
    made.id,
  ];
  const quick: EntityChoice = {
    label: typed === '' ? `Create “${name}”` : 'Create new entity',
    icon: 'add',
    description: (typed === '' ? what : [`“${name}”`, ...what]).join(' · '),
    heading: 'new',
    alwaysShow: true,
  };
  return [quick, detailed];
}

function section(
  heading: string,
  candidates: readonly Candidate[],
  registry: Registry,
): EntityChoice[] {
  return candidates.map(({ entity }, at) => {
    const type = registry.typeOf(entity);
    const names = entity.aliases.join(' · ');
    return {
      entity: entity.id,
      label: entity.name,
      icon: type.icon,
      description: `${type.label} · ${entity.id}`,
      detail: [names, entity.description].filter(Boolean).join(' — '),
      ...(at === 0 && { heading }),
    };
  });
}
