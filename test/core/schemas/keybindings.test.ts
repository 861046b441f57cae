import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when: string;
}

describe('the key bindings', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { keybindings: Keybinding[]; commands: { command: string }[] };
  };
  const { keybindings, commands } = manifest.contributes;

  for (const system of ['key', 'mac'] as const) {
    it(`give one command a key (${system})`, () => {
      const taken = new Map<string, string>();
      for (const binding of keybindings) {
        const place = `${binding[system] ?? binding.key} when ${binding.when}`;
        const other = taken.get(place);
        assert.equal(other, undefined, `${place}: ${String(other)} and ${binding.command}`);
        taken.set(place, binding.command);
      }
    });
  }

  it('are of commands that there are', () => {
    const known = new Set(commands.map(({ command }) => command));
    const unknown = keybindings.map(({ command }) => command).filter((one) => !known.has(one));
    assert.deepEqual(unknown, []);
  });
});
