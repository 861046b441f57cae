import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';

describe('Activation in the Node host', () => {
  it('loads the shells, and neither the core nor anything late', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['test/harness/activation.mjs']);
    assert.deepEqual(JSON.parse(stdout), ['extension.js']);
  });
});
