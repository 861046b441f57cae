import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { UnloadedError, UnreadableError } from '../../../src/core';
import { Parts } from '../../../src/vscode/late/parts';

/** Files that tell when they are evaluated, and a disk that may fail. */
class Disk {
  readonly evaluated: string[] = [];
  readonly read: string[] = [];
  readonly files: Record<string, string> = {
    './library.js': 'require("../core.js").tell("library"); exports.Word = class {};',
    './edit.js':
      'require("../core.js").tell("edit"); module.exports = { word: new (require("./library.js").Word)() };',
    './fix.js': 'require("../core.js").tell("fix"); exports.Word = require("./library.js").Word;',
  };
  readonly parts = new Parts(
    { '../core.js': { tell: (name: string) => this.evaluated.push(name) } },
    (file) => {
      this.read.push(file);
      const text = this.files[file];
      return text === undefined ? Promise.reject(new Error('no network')) : Promise.resolve(text);
    },
  );

  readonly edit = () => this.parts.load('./library.js', './edit.js') as Promise<{ word: object }>;
  readonly fix = () =>
    this.parts.load('./library.js', './fix.js') as Promise<{ Word: new () => object }>;
}

describe('Parts', () => {
  it('reads nothing before it is asked for', () => {
    assert.deepEqual(new Disk().read, []);
  });

  it('evaluates a file after those that it requires', async () => {
    const disk = new Disk();
    await disk.edit();
    assert.deepEqual(disk.evaluated, ['library', 'edit']);
  });

  it('evaluates what parts share once, also for those who ask at the same time', async () => {
    const disk = new Disk();
    const [{ word }, { Word }] = await Promise.all([disk.edit(), disk.fix(), disk.edit()]);
    assert(word instanceof Word);
    assert.equal(await disk.edit(), await disk.edit());
    assert.deepEqual(disk.evaluated.sort(), ['edit', 'fix', 'library']);
  });

  it('reads again only what is not there yet', async () => {
    const disk = new Disk();
    await disk.edit();
    await disk.fix();
    assert.deepEqual(disk.read, ['./library.js', './edit.js', './fix.js']);
  });

  it('says what cannot be loaded, and tries again', async () => {
    const disk = new Disk();
    const library = disk.files['./library.js'] ?? '';
    delete disk.files['./library.js'];
    await assert.rejects(disk.edit(), (error) => {
      assert(error instanceof UnloadedError && error instanceof UnreadableError);
      assert.equal(
        error.message,
        'A part of Glossator cannot be loaded: no network. Try again, or reload the window.',
      );
      return true;
    });
    assert.deepEqual(disk.evaluated, []);
    disk.files['./library.js'] = library;
    await disk.edit();
    assert.deepEqual(disk.evaluated, ['library', 'edit']);
  });

  it('does not keep half of a file that came damaged', async () => {
    const disk = new Disk();
    const edit = disk.files['./edit.js'] ?? '';
    disk.files['./edit.js'] = '<html>Sign in</html>';
    await assert.rejects(disk.edit(), UnloadedError);
    disk.files['./edit.js'] = edit;
    await disk.edit();
    assert.deepEqual(disk.evaluated, ['library', 'edit']);
  });

  it('refuses a file that requires what it did not name', async () => {
    const disk = new Disk();
    await assert.rejects(disk.parts.load('./edit.js'), /\.\/library\.js is not there/);
  });
});
