/** The reference in docs/ against the code that it describes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parseFile } from '../../../src/core/corpus/parsedFile';

describe('docs/diagnostics.md', () => {
  const text = readFileSync('docs/diagnostics.md', 'utf8');
  const code = readFileSync('src/core/diagnostic.ts', 'utf8');
  const union = /DiagnosticCode =([^;]*);/.exec(code)?.[1] ?? '';
  const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name);

  it('explains each code, and no other', () => {
    const explained = [...text.matchAll(/^### (\S+)$/gm)].map(([, name = '']) => name);
    assert.deepEqual(explained.sort(), [...codes].sort());
  });

  it('lists each code with its severity', () => {
    const rows = [
      ...text.matchAll(/^\| \[`([a-z-]+)`\]\(#\1\) +\| (error|warning|information) +\|/gm),
    ];
    assert.deepEqual(
      rows.map(([, name]) => name),
      codes,
    );
  });
});

describe('docs/format.md', () => {
  const text = readFileSync('docs/format.md', 'utf8');
  const samples = [...text.matchAll(/^```yaml\n# (\S+)\n([^]*?)^```$/gm)];

  it('has samples', () => {
    assert(samples.length >= 5);
    assert.equal(samples.length, text.match(/^```yaml$/gm)?.length);
  });

  for (const [, path = '', sample = ''] of samples) {
    it(`has a sound sample of ${path}`, async () => {
      assert.deepEqual((await parseFile(path, sample)).diagnostics, []);
    });
  }
});
