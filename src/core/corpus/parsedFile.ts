import type { Diagnostic } from '../diagnostic';
import { type Findings } from '../format/mapReader';
import { readAnnotations } from '../format/readAnnotations';
import { readEntities } from '../format/readEntities';
import { readSchema } from '../format/readSchema';
import { readYaml } from '../format/readYaml';
import type { YamlContents } from '../format/yamlTree';
import { readTensions } from '../format/readTensions';
import type { Entity, Schema, SourceAnnotations, Tension } from '../model';
import { SourceText } from '../text';
import { editFrom } from '../textEdit';
import { roleOf } from './paths';
import { type Pieced, contentsOf, editedPieces, piecesOf } from './piecewise';

/** One YAML file of the corpus, read; which of the contents is there depends on its role. */
export interface ParsedFile {
  readonly path: string;
  readonly text: SourceText;
  readonly schema?: Schema;
  readonly entities?: readonly Entity[];
  readonly tensions?: readonly Tension[];
  readonly annotations?: SourceAnnotations;
  readonly diagnostics: readonly Diagnostic[];
}

/** How files were read of which somebody edits the text. */
const piecesOfFile = new WeakMap<ParsedFile, Pieced>();

/**
 * Never fails for bad input.
 *
 * @param before the same file as it was: then what was not touched since is not read again, and
 *   its records are the same but for their places
 */
export async function parseFile(
  path: string,
  text: string,
  before?: ParsedFile,
): Promise<ParsedFile> {
  if (before?.text.text === text) return before;
  const pieced = before && (await piecesSince(before, text));
  if (!pieced) return parseWhole(path, text);
  const file = { path, text: new SourceText(text), ...contentsOf(pieced) };
  piecesOfFile.set(file, pieced);
  return file;
}

async function piecesSince(before: ParsedFile, text: string): Promise<Pieced | undefined> {
  const known = piecesOfFile.get(before);
  // They move now.
  piecesOfFile.delete(before);
  const edit = editFrom(before.text.text, text);
  return (known && (await editedPieces(known, text, edit))) ?? piecesOf(before.path, text);
}

async function parseWhole(path: string, text: string): Promise<ParsedFile> {
  const yaml = await readYaml(path, text);
  const findings: Findings = { file: path, diagnostics: [] };
  const contents = readContents(yaml, findings);
  // Within broken YAML a record may be cut short: what it lacks is a consequence, not news.
  const broken = yaml.diagnostics.some(({ code }) => code === 'yaml-syntax');
  const diagnostics = broken ? yaml.diagnostics : [...yaml.diagnostics, ...findings.diagnostics];
  return { path, text: new SourceText(text), ...contents, diagnostics };
}

function readContents(yaml: YamlContents, findings: Findings) {
  switch (roleOf(yaml.path)) {
    case 'schema':
      return { schema: readSchema(yaml, findings) };
    case 'entities':
      return { entities: readEntities(yaml, findings) };
    case 'tensions':
      return { tensions: readTensions(yaml, findings) };
    case 'annotations':
      return { annotations: readAnnotations(yaml, findings) };
    case 'source':
      return {};
  }
}
