import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { builtinSchema } from '../../../src/core/format/builtinSchema';
import { builtinTypes } from '../../../src/core/format/builtinTypes';

describe('The built-in schema', () => {
  it('has the types that shells know before they load it', () => {
    assert.deepEqual([...builtinSchema.types.keys()], [...builtinTypes]);
  });
});
