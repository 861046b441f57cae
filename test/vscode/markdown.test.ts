import assert from 'node:assert/strict';
import { itemsOf, refusalOf } from '../../src/vscode/commands/ask';
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

  it('makes none in what a question says of it', () => {
    const name = '[click](command:evil) $(alert)';
    const plain = '[click] (command:evil) $ (alert)';
    const refused = refusalOf({ refuse: (id) => `“${id}” is ${name}.` }, name);
    assert.equal(refused, `“${plain}” is ${plain}.`);
    assert.equal(refusalOf({ refuse: () => undefined }, name), undefined);
    const choices = [{ label: name, description: name, detail: name, heading: name }];
    const items = itemsOf({ title: '', placeholder: '', choicesFor: () => choices }, '');
    assert.deepEqual(
      items.map(({ label, description, detail }) => [label, description, detail]),
      [
        [plain, undefined, undefined],
        [plain, plain, plain],
      ],
    );
  });
});
