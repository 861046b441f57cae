import { Failure } from './failure.mjs';
import { root } from './paths.mjs';
import { run } from './process.mjs';

/**
 * Opens a folder in the desktop VS Code, with the extension under development.
 * @param {string} command
 * @param {string} folder
 */
export async function startDesktop(command, folder) {
  console.log(`Opening ${folder} in VS Code with Glossator.`);
  const isScript = process.platform === 'win32' && command.endsWith('.cmd');
  const quote = (text) => (isScript ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${root}`, folder].map(quote);
  const code = await run(quote(command), args, { shell: isScript });
  if (code !== 0) throw new Failure(`VS Code (${command}) ended with exit code ${code}.`);
}
