import { parseArgs } from 'node:util';
import { runCheck } from './check';
import { CannotRunError, openFolder } from './folder';
import { runList } from './list';
import { runStats } from './stats';
import { runSuggest } from './suggest';

const usage = `Usage: glossator COMMAND [FOLDER] [OPTIONS]

Works on the corpus in FOLDER, or in the current folder.

Commands:
  check   Report all that is wrong with the annotations.
          --format text|json   (default: text)
  list    Print every mention and claim with its place, and the tensions.
          --format json        (the only one)
  stats   Count mentions, entities and claims by type and source.
          --format text|json   (default: text)
  suggest Propose what is not annotated yet: names, known and new, and dates.
          --format text|json   (default: text)

Offsets are Unicode code points, lines and columns count from 1 (columns in UTF-16 units).
Exit status: 0 clean, 1 findings, 2 could not run.
`;

/** A command prints to stdout and answers with the exit status. */
type Command = (folder: string, format: string | undefined) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map([
  [
    'check',
    async (folder, format) => {
      const known = oneOf(format, ['text', 'json']);
      return runCheck(await openFolder(folder), known);
    },
  ],
  [
    'list',
    async (folder, format) => {
      oneOf(format, ['json']);
      return runList(await openFolder(folder));
    },
  ],
  [
    'stats',
    async (folder, format) => {
      const known = oneOf(format, ['text', 'json']);
      return runStats(await openFolder(folder), known);
    },
  ],
  [
    'suggest',
    async (folder, format) => {
      const known = oneOf(format, ['text', 'json']);
      return runSuggest(await openFolder(folder), known);
    },
  ],
]);

function oneOf<T extends string>(format: string | undefined, known: readonly [T, ...T[]]): T {
  const found = known.find((one) => one === (format ?? known[0]));
  if (found === undefined) {
    throw new CannotRunError(`There is no format “${format ?? ''}”; use ${known.join(' or ')}.`);
  }
  return found;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [name, folder, ...rest] = positionals;
  if (values.help === true) {
    process.stdout.write(usage);
    return 0;
  }
  const command = commands.get(name ?? '');
  if (!command || rest.length > 0) {
    const what =
      name === undefined
        ? 'Which command?'
        : command
          ? 'One folder at most.'
          : `There is no command “${name}”.`;
    throw new CannotRunError(`${what}\n\n${usage}`);
  }
  return command(folder ?? '.', values.format);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new CannotRunError(error instanceof Error ? error.message : String(error));
  }
}

// Whoever reads our output may stop reading, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`glossator: ${message}\n`);
    process.exitCode = 2;
  },
);
