import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sourceLabels } from '../../../src/core/corpus/sourceLabels';

describe('sourceLabels', () => {
  it('shortens names as far as they stay apart', () => {
    const labels = sourceLabels([
      'seeds/001_4a75.txt',
      'seeds/002_6d65.txt',
      'seeds/002_77aa.txt',
      'seeds/note.txt',
      'other/note.txt',
      'seeds/_x.txt',
    ]);
    assert.deepEqual(
      [...labels.values()],
      ['001', '002_6d65', '002_77aa', 'seeds/note.txt', 'other/note.txt', '_x'],
    );
  });
});
