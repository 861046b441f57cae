import assert from 'node:assert/strict';
import { escapeMarkdown, plainLabel } from '../../src/vscode/markdown';

describe('Text from a stranger', () => {
  it('is no Markdown', () => {
    const hostile = '[x](command:y) <b> `c` $(trash) **d** https://e.example\n# f\u202e';
    const escaped = escapeMarkdown(hostile);
    assert(!/[[\]()<>`$*:#\n\u202e]/.test(escaped.replace(/&#\d+;/g, '')), escaped);
  });

  it('makes no link, command or icon of a message or label', () => {
    assert.equal(
      plainLabel('[Mend it](command:workbench.action.quit)\n$(trash)'),
      '[Mend it] (command:workbench.action.quit) $ (trash)',
    );
  });
});
