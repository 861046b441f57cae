import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Corpora } from '../../src/vscode/corpora';
import { SampleCorpus } from '../../src/vscode/sampleCorpus';
import { uriOf } from './workspace';

describe('The sample corpus', () => {
  const { fs } = vscode.workspace;
  const decoder = new TextDecoder();
  const name = `glossator-sample-${Date.now().toString(36)}`;
  // Beside the workspace: within it, it would be part of the corpus of the other tests.
  const storage = () => vscode.Uri.joinPath(uriOf(''), '..', name);
  const schema = (sample: SampleCorpus) =>
    vscode.Uri.joinPath(sample.folder, 'annotations', 'schema.yaml');
  const never = () => Promise.reject(new Error('nothing is to be asked'));

  function sampleCorpus(): SampleCorpus {
    const extension = vscode.extensions.getExtension('glossator.glossator');
    assert(extension);
    return new SampleCorpus(extension.extensionUri, storage());
  }

  afterEach(() => fs.delete(storage(), { recursive: true }));

  it('is copied whole, without a question where there is none', async () => {
    const sample = sampleCorpus();
    assert.equal(await sample.prepare(never), true);
    const sources = await fs.readDirectory(vscode.Uri.joinPath(sample.folder, 'seeds'));
    assert.equal(sources.length, 5);
    const corpora = new Corpora();
    const { corpus } = corpora.of({ uri: sample.folder, name: 'sample', index: 9 });
    const source = await corpus.source('seeds/004_b20609eac4e61089.txt');
    corpora.dispose();
    assert(source && source.mentions.length > 50);
    assert.deepEqual(source.doubtful, []);
  });

  it('stays as the user left it', async () => {
    const sample = sampleCorpus();
    await sample.prepare(never);
    await fs.writeFile(schema(sample), new TextEncoder().encode('# mine\n'));
    assert.equal(await sample.prepare(() => Promise.resolve('keep')), true);
    assert.equal(await sample.prepare(() => Promise.resolve(undefined)), false);
    assert.equal(decoder.decode(await fs.readFile(schema(sample))), '# mine\n');
  });

  it('begins anew where the user says so', async () => {
    const sample = sampleCorpus();
    await sample.prepare(never);
    const stray = vscode.Uri.joinPath(sample.folder, 'annotations', 'stray.yaml');
    await fs.writeFile(stray, new TextEncoder().encode('a: b\n'));
    const before = await fs.readFile(schema(sample));
    await fs.writeFile(schema(sample), new TextEncoder().encode('# mine\n'));
    assert.equal(await sample.prepare(() => Promise.resolve('anew')), true);
    assert.deepEqual(await fs.readFile(schema(sample)), before);
    await assert.rejects(async () => fs.stat(stray));
  });

  it('is no half copy where copying fails', async () => {
    const nowhere = vscode.Uri.joinPath(storage(), 'no-extension');
    const sample = new SampleCorpus(nowhere, storage());
    await fs.createDirectory(storage());
    await assert.rejects(sample.prepare(never));
    await assert.rejects(async () => fs.stat(sample.folder));
  });
});
