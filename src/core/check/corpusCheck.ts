import { mapLimited } from '../corpus/concurrency';
import type { Corpus } from '../corpus/corpus';
import { roleOf } from '../corpus/paths';
import type { Registry } from '../corpus/registry';
import type { Diagnostic } from '../diagnostic';
import { checkAnchors } from './anchors';
import { checkClaims } from './claims';
import { checkContradictions } from './contradictions';
import { checkIds, checkMentions } from './mentions';
import { checkEntities } from './registry';
import { checkSource } from './sources';
import { checkTensions } from './tensions';

/** Files under way at once. */
const parallelFiles = 8;

/** What is checked by itself, by name: an annotation file's contents, its anchors, a subject … */
type Unit = string;

/**
 * Everything that is wrong with a corpus, kept up to date: after a change only what depends on the
 * changed file is checked again.
 */
export class CorpusCheck {
  readonly #corpus: Corpus;
  /** Undefined: everything. */
  #changed: Set<string> | undefined;
  #registry: Registry | undefined;
  #wasCorpus = false;
  readonly #findings = new Map<Unit, readonly Diagnostic[]>();
  readonly #unitsOfFile = new Map<string, Set<Unit>>();
  /** What an annotation file said when it was last checked: others that say so depend on it. */
  readonly #saidBy = new Map<string, Said>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** To be told of each change, as the corpus is; without a path, that anything may have changed. */
  changed(path?: string): void {
    if (path === undefined) this.#changed = undefined;
    else this.#changed?.add(path);
  }

  /**
   * All findings, in order of their places, of each file that has others now than after the last
   * run; of a file that has none any more, none. Runs must not overlap.
   */
  async run(): Promise<Map<string, Diagnostic[]>> {
    const changed = this.#changed;
    this.#changed = new Set();
    try {
      const found = await this.#check(changed);
      // The next run tries again.
      for (const path of this.#corpus.unloaded) this.changed(path);
      return this.#publish(found);
    } catch (error) {
      this.#changed = undefined;
      throw error;
    }
  }

  /** The new findings of every unit that was checked. */
  async #check(changed: ReadonlySet<string> | undefined): Promise<Map<Unit, Diagnostic[]>> {
    const registry = await this.#corpus.registry();
    const before = this.#registry;
    this.#registry = registry;
    const wasCorpus = this.#wasCorpus;
    this.#wasCorpus = await isCorpus(this.#corpus);
    const isSame = changed && before && !isRenamed(before, registry);
    if (!isSame || !wasCorpus || !this.#wasCorpus) return this.#checkAll();
    return this.#checkChanged(changed, before !== registry);
  }

  async #checkAll(): Promise<Map<Unit, Diagnostic[]>> {
    this.#saidBy.clear();
    const gone = [...this.#findings.keys()].map((unit): [Unit, Diagnostic[]] => [unit, []]);
    if (!this.#wasCorpus) return new Map(gone);
    const index = await this.#corpus.index();
    const paths = await this.#corpus.files();
    const subjects = new Set(paths.flatMap((path) => [...index.entitiesIn(path)]));
    const dirty = { contents: paths, anchors: paths, subjects, registry: true, tensions: true };
    return new Map([...gone, ...(await this.#checkUnits(dirty))]);
  }

  async #checkChanged(
    changed: ReadonlySet<string>,
    registry: boolean,
  ): Promise<Map<Unit, Diagnostic[]>> {
    const index = await this.#corpus.index();
    const contents = [...changed].filter((path) => roleOf(path) !== 'source');
    // Values of claims are among them, which may be any words.
    const isSubject = (id: string) =>
      this.#registry?.entities.has(id) === true || this.#findings.has(`subject:${id}`);
    const said = contents.flatMap((path) => [this.#saidBy.get(path), saidIn(index, path)]);
    const sources = new Set([...changed, ...said.map((one) => one?.source)]);
    const anchors = [...sources].flatMap((source) =>
      source === undefined ? [] : index.filesOfSource(source),
    );
    return this.#checkUnits({
      contents,
      anchors: new Set([...contents, ...anchors]),
      subjects: new Set(said.flatMap((one) => one?.entities ?? []).filter(isSubject)),
      registry,
      tensions: await this.#concernTensions(changed),
    });
  }

  async #concernTensions(changed: ReadonlySet<string>): Promise<boolean> {
    const tensions = await this.#corpus.tensions();
    return (
      [...changed].some((path) => roleOf(path) === 'tensions') ||
      tensions.some(({ quotes }) => quotes.some(({ source }) => changed.has(source)))
    );
  }

  async #checkUnits(dirty: Dirty): Promise<Map<Unit, Diagnostic[]>> {
    const index = await this.#corpus.index();
    const found = new Map<Unit, Diagnostic[]>();
    await mapLimited(dirty.contents, parallelFiles, async (path) => {
      found.set(`contents:${path}`, await checkContents(this.#corpus, path));
      const said = saidIn(index, path);
      if (said) this.#saidBy.set(path, said);
      else this.#saidBy.delete(path);
    });
    await mapLimited([...dirty.anchors], parallelFiles, async (path) => {
      found.set(`anchors:${path}`, await checkPlaces(this.#corpus, path));
    });
    if (dirty.contents.length > 0) found.set('ids', checkIds(index));
    if (dirty.registry) found.set('registry', await checkEntities(this.#corpus));
    if (dirty.tensions) found.set('tensions', await checkTensions(this.#corpus));
    for (const subject of dirty.subjects) found.set(`subject:${subject}`, []);
    for (const [subject, one] of await checkContradictions(this.#corpus, dirty.subjects)) {
      found.set(`subject:${subject}`, one);
    }
    return found;
  }

  #publish(found: ReadonlyMap<Unit, Diagnostic[]>): Map<string, Diagnostic[]> {
    const files = new Set<string>();
    for (const [unit, diagnostics] of found) {
      if (isSame(this.#findings.get(unit) ?? [], diagnostics)) continue;
      for (const { file } of this.#findings.get(unit) ?? []) {
        files.add(file);
        this.#unitsOfFile.get(file)?.delete(unit);
      }
      for (const { file } of diagnostics) {
        files.add(file);
        const units = this.#unitsOfFile.get(file);
        if (units) units.add(unit);
        else this.#unitsOfFile.set(file, new Set([unit]));
      }
      if (diagnostics.length > 0) this.#findings.set(unit, diagnostics);
      else this.#findings.delete(unit);
    }
    return new Map([...files].sort().map((file) => [file, this.#findingsIn(file)]));
  }

  #findingsIn(path: string): Diagnostic[] {
    const units = [...(this.#unitsOfFile.get(path) ?? [])];
    return units
      .flatMap((unit) => this.#findings.get(unit) ?? [])
      .filter(({ file }) => file === path)
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}

/** Whether a reader would see any difference. */
function isSame(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  if (before.length !== after.length) return false;
  return before.length === 0 || JSON.stringify(before) === JSON.stringify(after);
}

/** What is to be checked again. */
interface Dirty {
  readonly contents: readonly string[];
  readonly anchors: Iterable<string>;
  readonly subjects: ReadonlySet<string>;
  readonly registry: boolean;
  readonly tensions: boolean;
}

/** What an annotation file is about. */
interface Said {
  readonly source: string | undefined;
  readonly entities: readonly string[];
}

type Index = Awaited<ReturnType<Corpus['index']>>;

function saidIn(index: Index, path: string): Said | undefined {
  const file = index.files.get(path);
  return file && { source: file.source, entities: [...index.entitiesIn(path)] };
}

/** What concerns the file and the registry alone. */
async function checkContents(corpus: Corpus, path: string): Promise<Diagnostic[]> {
  const file = await corpus.file(path);
  if (!file) return [];
  const annotations = roleOf(path) === 'annotations' ? file.annotations : undefined;
  if (!annotations) return [...file.diagnostics];
  return [
    ...file.diagnostics,
    ...(await checkMentions(corpus, annotations)),
    ...(await checkClaims(corpus, annotations)),
  ];
}

/** What concerns the file and its source. */
async function checkPlaces(corpus: Corpus, path: string): Promise<Diagnostic[]> {
  if (roleOf(path) !== 'annotations') return [];
  const annotations = (await corpus.file(path))?.annotations;
  if (!annotations) return [];
  return [
    ...(await checkSource(corpus, annotations)),
    ...(await checkAnchors(corpus, annotations)),
  ];
}

/** Whether there are other entities now, or they have other types or names. */
function isRenamed(before: Registry, after: Registry): boolean {
  if (before === after) return false;
  if (before.schema !== after.schema || before.entities.size !== after.entities.size) return true;
  for (const { id, type, name } of after.entities.values()) {
    const old = before.entities.get(id);
    if (old?.type !== type || old.name !== name) return true;
  }
  return false;
}

/** A folder `annotations/` may be anybody's: without a sign that it is ours, nothing is said of it. */
async function isCorpus(corpus: Corpus): Promise<boolean> {
  const paths = await corpus.files();
  if (paths.length === 0) return false;
  if (paths.some((path) => roleOf(path) !== 'annotations')) return true;
  if ((await corpus.sources()).length > 0) return true;
  return [...(await corpus.index()).files.values()].some(({ source }) => source !== undefined);
}
