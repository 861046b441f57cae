import { Corpus, type Host, UnreadableError, roleOf } from '../../src/core';

/** A small written corpus in memory. */
export class World implements Host {
  readonly #files = new Map<string, string>();
  readonly #unreadable = new Set<string>();
  /** Every read fails, for a reason that is not the files'. */
  isAway = false;
  /** Paths in the order in which they were read. */
  readonly reads: string[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.#files.set(path, text);
  }

  static corpus(files: Readonly<Record<string, string>>): Corpus {
    return new Corpus(new World(files));
  }

  write(path: string, text: string): void {
    this.#files.set(path, text);
  }

  breakFile(path: string): void {
    this.#unreadable.add(path);
  }

  listSources(): Promise<readonly string[]> {
    return Promise.resolve([...this.#files.keys()].filter((path) => path.startsWith('seeds/')));
  }

  listAnnotations(): Promise<readonly string[]> {
    return Promise.resolve([...this.#files.keys()].filter((path) => roleOf(path) !== 'source'));
  }

  read(path: string): Promise<string | undefined> {
    if (this.isAway) return Promise.reject(new Error('The disk is away.'));
    this.reads.push(path);
    if (this.#unreadable.has(path)) {
      return Promise.reject(new UnreadableError(`${path} is no UTF-8 text.`));
    }
    return Promise.resolve(this.#files.get(path));
  }
}

/** Lines joined, each with its line end. */
export function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

/** Two sources that speak of one mission, and disagree on when an agreement was signed. */
export function moonWorld(): Record<string, string> {
  return {
    'seeds/a.txt': lines(
      'China plans to launch the Chang’e-7 probe first.',
      '',
      'CNSA and Roscosmos signed a memorandum on March 9, 2021.',
    ),
    'seeds/b.txt': lines(
      "China's Chang'e 7 mission carries a detector.",
      'The memorandum was signed on March 10.',
    ),
    'annotations/entities/mission.yaml': lines(
      'chang-e-7:',
      '  type: mission',
      "  name: Chang'e 7",
      '  aliases:',
      '    - Chang’e-7',
      '  description: Chinese mission to the lunar south pole.',
    ),
    'annotations/entities/agreement.yaml': lines(
      'mou-2021:',
      '  type: agreement',
      '  name: Memorandum of 2021',
    ),
    'annotations/entities/organization.yaml': lines(
      'cnsa:',
      '  type: organization',
      '  name: China National Space Administration',
      '  aliases: [CNSA]',
    ),
    'annotations/a.yaml': lines(
      'source: seeds/a.txt',
      'mentions:',
      '  - id: a1',
      '    entity: chang-e-7',
      '    role: definition',
      '    exact: Chang’e-7',
      '    prefix: "China plans to launch the "',
      '    suffix: " probe first."',
      '  - id: a2',
      '    entity: cnsa',
      '    exact: CNSA',
      '    suffix: " and Roscosmos signed a"',
      '  - id: a3',
      '    entity: mou-2021',
      '    kind: nominal',
      '    exact: a memorandum',
      '    prefix: "CNSA and Roscosmos signed "',
      '    suffix: " on March 9, 2021."',
      'claims:',
      '  - id: a4',
      '    subject: mou-2021',
      '    property: signed-on',
      '    value: "2021-03-09"',
      '    exact: signed a memorandum on March 9, 2021',
      '    prefix: "CNSA and Roscosmos "',
      '    suffix: .',
    ),
    'annotations/b.yaml': lines(
      'source: seeds/b.txt',
      'mentions:',
      '  - id: b1',
      '    entity: chang-e-7',
      "    exact: Chang'e 7",
      '    prefix: "China\'s "',
      '    suffix: " mission carries a detector."',
      '  - id: b2',
      '    entity: mou-2021',
      '    kind: nominal',
      '    exact: The memorandum',
      '    suffix: " was signed on March 10."',
      'claims:',
      '  - id: b3',
      '    subject: mou-2021',
      '    property: signed-on',
      '    value: "2021-03-10"',
      '    exact: signed on March 10',
      '    prefix: "The memorandum was "',
      '    suffix: .',
    ),
  };
}

/** The same, but the second source dates the agreement less precisely and so disagrees in nothing. */
export function agreeingWorld(): Record<string, string> {
  const files = moonWorld();
  const second = files['annotations/b.yaml'] ?? '';
  return { ...files, 'annotations/b.yaml': second.replace('"2021-03-10"', '2021-03') };
}
