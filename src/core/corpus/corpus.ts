import { hashOf } from '../hash';
import type { Diagnostic } from '../diagnostic';
import { builtinSchema } from '../format/builtinSchema';
import { type Host, UnloadedError, UnreadableError } from '../host';
import type { SourceAnnotations, Tension } from '../model';
import { SourceText } from '../text';
import type { TextEdit } from '../textEdit';
import { mapLimited } from './concurrency';
import { CorpusIndex } from './corpusIndex';
import type { KnownPlaces } from './knownPlaces';
import { Lazy } from './lazy';
import { type ParsedFile, parseFile } from './parsedFile';
import { annotationPathFor, isInside, roleOf, schemaPath, tensionsPath } from './paths';
import { Registry } from './registry';
import { ResolvedSource } from './resolvedSource';

/** Enough to keep a disk or an editor busy, few enough not to flood it. */
const parallelReads = 32;

/** A source under resolution, and the annotations that it is resolved with. */
interface Resolving {
  readonly annotations: SourceAnnotations | undefined;
  readonly result: Promise<ResolvedSource | undefined>;
  settled?: ResolvedSource | undefined;
}

/**
 * A folder of sources with its registry and annotations. Nothing is read before it is asked for;
 * what was read is kept until `changed`, `edited` or `rescan` says that it is out of date.
 */
export class Corpus {
  readonly #host: Host;
  readonly #sources = new Lazy(async () => sorted(await this.#host.listSources()));
  readonly #paths = new Lazy(async () => sorted(await this.#host.listAnnotations()));
  readonly #registry = new Lazy(() => this.#readRegistry());
  readonly #index = new Lazy(() => this.#readIndex());
  /** Files that are others now than the index knows. */
  readonly #unindexed = new Set<string>();
  readonly #files = new Map<string, Lazy<ParsedFile | undefined>>();
  /** Files as they were last read, which help to read them again. */
  readonly #lastRead = new Map<string, ParsedFile>();
  readonly #resolved = new Map<string, Resolving>();
  /** Files that could not be read for want of what reads them. */
  readonly #unloaded = new Set<string>();
  /** Sources that are to be resolved anew, as far as following has led. */
  readonly #left = new Map<string, ResolvedSource>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Paths of all sources, sorted. */
  sources(): Promise<readonly string[]> {
    return this.#sources.get();
  }

  /** Paths of all YAML files below `annotations/`, sorted. */
  files(): Promise<readonly string[]> {
    return this.#paths.get();
  }

  /** Files that are read again although they are the same: what reads them could not be loaded. */
  get unloaded(): ReadonlySet<string> {
    return this.#unloaded;
  }

  registry(): Promise<Registry> {
    return this.#registry.get();
  }

  /** What is stated of the sources' disagreements, in the order of the file. */
  async tensions(): Promise<readonly Tension[]> {
    return (await this.file(tensionsPath))?.tensions ?? [];
  }

  /** What changed since it was last asked for is read now, not while somebody types. */
  index(): Promise<CorpusIndex> {
    if (this.#unindexed.size > 0) {
      const paths = [...this.#unindexed];
      this.#unindexed.clear();
      this.#index.update((index) => this.#indexed(index, paths));
    }
    return this.#index.get();
  }

  /** A YAML file as it reads now; undefined where there is none. */
  file(path: string): Promise<ParsedFile | undefined> {
    let file = this.#files.get(path);
    if (!file) {
      file = new Lazy(() => this.#readFile(path, () => this.#files.get(path) === file));
      this.#files.set(path, file);
    }
    return file.get();
  }

  /**
   * A source with its annotations resolved; undefined where it is not there or is no text.
   * A path that leads out of the corpus is never read.
   */
  async source(path: string): Promise<ResolvedSource | undefined> {
    if (!isInside(path)) return undefined;
    const annotations = await this.annotationsOf(path);
    const known = this.#resolved.get(path);
    if (known && known.annotations === annotations) return known.result;
    const resolving: Resolving = { annotations, result: this.#resolve(path, annotations, known) };
    this.#resolved.set(path, resolving);
    try {
      resolving.settled = await resolving.result;
      if (this.#resolved.get(path) === resolving) this.#left.delete(path);
    } catch (error) {
      if (this.#resolved.get(path) === resolving) this.#resolved.delete(path);
      throw error;
    }
    return resolving.settled;
  }

  /** What is stated of a source; undefined where nothing is. */
  async annotationsOf(source: string): Promise<SourceAnnotations | undefined> {
    const file = await this.file(await this.annotationFileOf(source));
    return file?.annotations?.source === source ? file.annotations : undefined;
  }

  /** The lines of a YAML file, for places in it; of none where there is no such file. */
  async linesOf(path: string): Promise<SourceText> {
    return (await this.file(path))?.text ?? new SourceText('');
  }

  /** The text of any file of the corpus; undefined where it is not there or is no text. */
  async text(path: string): Promise<string | undefined> {
    if (!isInside(path)) return undefined;
    try {
      return await this.#host.read(path);
    } catch (error) {
      if (error instanceof UnreadableError) return undefined;
      throw error;
    }
  }

  /** As `text`, but where the file cannot be read as text the reason is thrown. */
  read(path: string): Promise<string | undefined> {
    return isInside(path) ? this.#host.read(path) : Promise.resolve(undefined);
  }

  /** The file that keeps a source's annotations; where there is none yet, the one to be made. */
  async annotationFileOf(source: string): Promise<string> {
    const usual = annotationPathFor(source);
    if ((await this.file(usual))?.annotations?.source === source) return usual;
    const [named] = (await this.index()).filesOfSource(source);
    return named ?? this.#freeFileFor(source);
  }

  /** The usual name may be taken by a source of the same name elsewhere, or mean something else. */
  async #freeFileFor(source: string): Promise<string> {
    const folded = source.replaceAll('/', '-');
    for (let number = 1; ; number++) {
      const name = number === 1 ? source : number === 2 ? folded : `${folded}-${number}`;
      const path = annotationPathFor(name);
      if (roleOf(path) !== 'annotations') continue;
      // What is there already is somebody's, even if it says nothing yet.
      if (!(await this.file(path))) return path;
    }
  }

  /** The content of a file is another now: what was known from it is forgotten. */
  changed(path: string): void {
    switch (roleOf(path)) {
      case 'source':
        this.#resolved.delete(path);
        this.#left.delete(path);
        return;
      case 'schema':
      case 'entities':
        this.#files.delete(path);
        this.#registry.reset();
        return;
      case 'tensions':
        this.#files.delete(path);
        return;
      case 'annotations':
        this.#files.delete(path);
        this.#unindexed.add(path);
    }
  }

  /**
   * A source was edited under our eyes: its anchors move along. Where that may miss something, it is
   * resolved anew when somebody asks for it, and what did move along stands where it moved to.
   *
   * @param edits in offsets of the text before, not overlapping.
   * @param isToSeek what is lost may be back, anywhere, as after undo.
   * @returns whether all that is known moved along.
   */
  edited(path: string, edits: readonly TextEdit[], isToSeek = false): boolean {
    const known = this.#resolved.get(path);
    const before = known?.settled ?? this.#left.get(path);
    const after = before?.edited(edits);
    if (!known?.settled || !after || isToSeek || before?.isToSeek(edits, after) === true) {
      this.#resolved.delete(path);
      if (after) this.#left.set(path, after);
      return false;
    }
    const { annotations } = known;
    this.#resolved.set(path, { annotations, result: Promise.resolve(after), settled: after });
    return true;
  }

  /** Files came or went: the lists are asked for anew. `changed` is to be told of each of them too. */
  rescan(): void {
    this.#sources.reset();
    this.#paths.reset();
    this.#registry.reset();
    this.#index.reset();
  }

  /** @param isLatest false once the file was to be read again: what was read last is another's. */
  async #readFile(path: string, isLatest: () => boolean): Promise<ParsedFile | undefined> {
    try {
      const text = await this.#host.read(path);
      // Reading on takes the places of what was read last along.
      const before = isLatest() ? this.#lastRead.get(path) : undefined;
      if (isLatest()) this.#lastRead.delete(path);
      if (text === undefined) return undefined;
      const file = await parseFile(path, text, before);
      if (isLatest()) this.#lastRead.set(path, file);
      this.#unloaded.delete(path);
      return file;
    } catch (error) {
      if (!(error instanceof UnreadableError || error instanceof RangeError)) throw error;
      if (error instanceof UnloadedError) this.#readLater(path);
      return { path, text: new SourceText(''), diagnostics: [unreadable(path, error)] };
    }
  }

  /** The file may be as it should be: whoever asks next tries again. */
  #readLater(path: string): void {
    this.#unloaded.add(path);
    this.changed(path);
  }

  async #readRegistry(): Promise<Registry> {
    const paths = (await this.files()).filter((path) => roleOf(path) === 'entities');
    const schema = (await this.file(schemaPath))?.schema ?? builtinSchema;
    const files = await mapLimited(paths, parallelReads, (path) => this.file(path));
    return new Registry(
      schema,
      files.flatMap((file) => file?.entities ?? []),
    );
  }

  async #readIndex(): Promise<CorpusIndex> {
    const paths = (await this.files()).filter((path) => roleOf(path) === 'annotations');
    return this.#indexed(new CorpusIndex(), paths);
  }

  async #indexed(index: CorpusIndex, paths: readonly string[]): Promise<CorpusIndex> {
    await mapLimited(paths, parallelReads, async (path) => {
      index.replace(path, (await this.file(path))?.annotations);
    });
    return index;
  }

  async #resolve(
    path: string,
    annotations: SourceAnnotations | undefined,
    before: Resolving | undefined,
  ): Promise<ResolvedSource | undefined> {
    // Only the annotations are others: the text is known.
    if (before?.settled) return before.settled.annotatedBy(annotations);
    const text = await this.text(path);
    if (text === undefined) return undefined;
    const left = this.#left.get(path);
    const known =
      left?.source.text === text ? left.places() : await this.#placesOfOld(path, text, annotations);
    return ResolvedSource.of(path, text, annotations, known);
  }

  /** Where records stand by what has not changed since they were verified, if that text is known. */
  async #placesOfOld(
    path: string,
    text: string,
    annotations: SourceAnnotations | undefined,
  ): Promise<KnownPlaces | undefined> {
    const sha256 = annotations?.sha256;
    if (sha256 === undefined || !this.#host.oldText || hashOf(text) === sha256) return undefined;
    const old = await oldTextOf(this.#host, path, sha256);
    if (old === undefined) return undefined;
    try {
      const { placesThroughDiff } = await import('../reanchor/throughDiff');
      return placesThroughDiff(path, old, text, annotations);
    } catch {
      // Histories may be too much to compare, and the quotes can be searched for without them.
      return undefined;
    }
  }
}

/** An error of version control is no reason not to read. */
async function oldTextOf(host: Host, path: string, sha256: string): Promise<string | undefined> {
  try {
    const text = await host.oldText?.(path, sha256);
    return text !== undefined && hashOf(text) === sha256 ? text : undefined;
  } catch {
    return undefined;
  }
}

function sorted(paths: readonly string[]): readonly string[] {
  return [...paths].sort();
}

/** What exhausts the machine is no reason to lose the other files. */
function unreadable(path: string, error: UnreadableError | RangeError): Diagnostic {
  const span = { start: 0, end: 0 };
  const message =
    error instanceof UnreadableError
      ? error.message
      : `The file is too much to read: ${error.message}.`;
  return { code: 'file-unreadable', severity: 'error', message, file: path, span };
}
