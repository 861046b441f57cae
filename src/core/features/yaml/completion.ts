import { newRecordId } from '../../annotate/ids';
import type { Corpus } from '../../corpus/corpus';
import type { Registry } from '../../corpus/registry';
import { type FileRole, roleOf } from '../../corpus/paths';
import { printSimpleText, printWithin } from '../../format/yamlText';
import type { EntityType, Property, Span } from '../../model';
import { hasEntities } from '../values';
import { type YamlContext, contextAt } from './context';
import { rankIds } from './rankIds';
import { type KeyShape, isTextList, shapeAt } from './shape';

export interface YamlCompletion {
  readonly kind: 'entity' | 'type' | 'property' | 'source' | 'id' | 'key' | 'value';
  /** What is offered, */
  readonly text: string;
  /** and how it is written in place of what is typed: with quotation marks where it needs them. */
  readonly written: string;
  /** By what else it may be found. */
  readonly otherNames: string;
  readonly detail: string;
  readonly description: string;
  /** Of a key: what is to be written below it. */
  readonly holds?: KeyShape['holds'];
}

export interface YamlCompletions {
  /** The likeliest first. */
  readonly items: readonly YamlCompletion[];
  /** There are more than these: ask again when more is typed. */
  readonly isIncomplete: boolean;
  /** What is typed, and as far as it goes behind the cursor. */
  readonly typed: Span;
  readonly end: number;
}

/**
 * What may be written at an offset of a YAML file, whole or broken.
 *
 * @param jsonSchema of this kind of file: it says which keys there are.
 */
export async function completionsAt(
  corpus: Corpus,
  path: string,
  text: string,
  offset: number,
  jsonSchema: unknown,
): Promise<YamlCompletions | undefined> {
  const context = contextAt(text, offset, (keys) => isTextList(jsonSchema, keys));
  if (!context) return undefined;
  const { typed, end } = context;
  const typing = text.slice(typed.start, typed.end);
  const completer = new Completer(corpus, await corpus.registry(), roleOf(path), context, typing);
  const { items, isIncomplete } = await completer.complete(jsonSchema);
  if (items.length === 0) return undefined;
  const quote = openQuote(text, typed.start);
  const written = items.map(async (one) => ({
    ...one,
    written: await print(one, context.isInFlow, quote),
  }));
  return { items: await Promise.all(written), isIncomplete, typed, end };
}

function openQuote(text: string, start: number): '"' | "'" | undefined {
  const before = text[start - 1];
  return before === '"' || before === "'" ? before : undefined;
}

/** Keys and fixed values are the format's own: `true` is no text. */
async function print(
  { kind, text }: Item,
  isInFlow: boolean,
  quote: '"' | "'" | undefined,
): Promise<string> {
  if (kind === 'key' || kind === 'value') return text;
  if (quote !== undefined) return printWithin(quote, text);
  const simple = printSimpleText(text, isInFlow);
  if (simple !== undefined) return simple;
  const { printText } = await import('../../format/yamlPrint');
  return printText(text, isInFlow);
}

type Item = Omit<YamlCompletion, 'written'>;

interface Found {
  readonly items: readonly Item[];
  readonly isIncomplete: boolean;
}

class Completer {
  readonly #corpus: Corpus;
  readonly #registry: Registry;
  readonly #role: FileRole;
  readonly #context: YamlContext;
  readonly #typed: string;

  constructor(
    corpus: Corpus,
    registry: Registry,
    role: FileRole,
    context: YamlContext,
    typed: string,
  ) {
    this.#corpus = corpus;
    this.#registry = registry;
    this.#role = role;
    this.#context = context;
    this.#typed = typed;
  }

  async complete(jsonSchema: unknown): Promise<Found> {
    const { path, key, siblings } = this.#context;
    const shape = shapeAt(jsonSchema, path);
    if (key !== undefined) return this.#values(key, shape?.keys.get(key));
    const missing = [...(shape?.keys ?? [])].filter(([name]) => !siblings.has(name));
    return whole(
      missing.map(([name, { description, holds }]) => ({
        ...item('key', name),
        description,
        holds,
      })),
    );
  }

  async #values(key: string, shape: KeyShape | undefined): Promise<Found> {
    const [section] = this.#context.path;
    const stated = whole((shape?.values ?? []).map((value) => item('value', value)));
    switch (this.#role) {
      case 'entities':
        return key === 'type' ? this.#types() : stated;
      case 'schema':
        if (section !== 'properties' || (key !== 'domain' && key !== 'range')) return stated;
        return whole([...this.#types().items, ...stated.items]);
      case 'tensions':
        if (key === 'source') return this.#sources();
        return key === 'entities' ? this.#entities([]) : stated;
      case 'annotations':
        return (await this.#annotationValues(key)) ?? stated;
      case 'source':
        return whole([]);
    }
  }

  async #annotationValues(key: string): Promise<Found | undefined> {
    const { path, siblings } = this.#context;
    const property = this.#registry.schema.properties.get(siblings.get('property') ?? '');
    switch (`${path.join('.')} ${key}`) {
      case ' source':
        return this.#sources();
      case 'mentions id':
      case 'claims id':
        return this.#newId();
      case 'mentions entity':
      case 'rejected entity':
        return this.#entities([]);
      case 'claims subject':
        return this.#entities(property?.domain ?? []);
      case 'claims property':
        return this.#properties();
      case 'claims value':
        return this.#claimValues(property);
      default:
        return undefined;
    }
  }

  #claimValues(property: Property | undefined): Found {
    if (!property || !hasEntities(property)) return whole([]);
    return this.#entities(typeof property.range === 'string' ? [] : property.range);
  }

  /** Entities of some types first; without a letter typed, those first that the quote names. */
  #entities(types: readonly string[]): Found {
    const words = this.#context.siblings.get('exact') ?? '';
    const { entities, isIncomplete } = rankIds(this.#registry, {
      typed: this.#typed,
      types,
      words,
    });
    const items = entities.map(({ id, name, type, aliases, description = '' }) => ({
      ...item('entity', id),
      otherNames: [name, ...aliases].join(' '),
      detail: `${name} · ${this.#registry.type(type).label}`,
      description: [aliases.join(' · '), description].filter(Boolean).join('\n\n'),
    }));
    return { items, isIncomplete };
  }

  #types(): Found {
    const types = [...this.#registry.schema.types.values()];
    return whole(types.map((type: EntityType) => described('type', type)));
  }

  /** Those first that may be said of the record's subject. */
  #properties(): Found {
    const subject = this.#registry.entities.get(this.#context.siblings.get('subject') ?? '');
    const fits = ({ domain }: Property) =>
      subject === undefined || domain.length === 0 || domain.includes(subject.type);
    const all = [...this.#registry.schema.properties.values()];
    const sorted = [...all.filter(fits), ...all.filter((one) => !fits(one))];
    return whole(sorted.map((property) => described('property', property)));
  }

  /** Sources without annotations first. */
  async #sources(): Promise<Found> {
    const [sources, index] = await Promise.all([this.#corpus.sources(), this.#corpus.index()]);
    const isAnnotated = (source: string) => index.filesOfSource(source).length > 0;
    const isWanted =
      this.#role === 'annotations' ? (one: string) => !isAnnotated(one) : isAnnotated;
    const sorted = [...sources.filter(isWanted), ...sources.filter((one) => !isWanted(one))];
    return whole(sorted.map((source) => item('source', source)));
  }

  async #newId(): Promise<Found> {
    if (this.#typed !== '') return whole([]);
    const index = await this.#corpus.index();
    return whole([
      item(
        'id',
        newRecordId((id) => index.hasId(id)),
      ),
    ]);
  }
}

function item(kind: YamlCompletion['kind'], text: string): Item {
  return { kind, text, otherNames: '', detail: '', description: '' };
}

function described(
  kind: 'type' | 'property',
  { id, label, description = '' }: { id: string; label: string; description?: string },
): Item {
  return { ...item(kind, id), otherNames: label, detail: label, description };
}

function whole(items: readonly Item[]): Found {
  return { items, isIncomplete: false };
}
