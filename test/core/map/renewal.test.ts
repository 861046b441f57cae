import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Renewal } from '../../../src/vscode/map/renewal';

/** Work whose end the test decides on. */
class Work {
  readonly runs: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  readonly run = () =>
    new Promise<void>((end, fail) => {
      this.runs.push({ end, fail });
    });
}

describe('What the host of the map renews', () => {
  it('is done once, and again when it is due', async () => {
    const work = new Work();
    const renewal = new Renewal(() => true, work.run);
    const first = renewal.run();
    work.runs[0]?.end();
    await first;
    await renewal.run();
    assert.equal(work.runs.length, 1);
    renewal.due();
    void renewal.run();
    assert.equal(work.runs.length, 2);
  });

  it('stays due after a failure', async () => {
    const work = new Work();
    const renewal = new Renewal(() => true, work.run);
    const failed = renewal.run();
    work.runs[0]?.fail(new Error('unreadable'));
    await assert.rejects(failed, /unreadable/);
    void renewal.run();
    assert.equal(work.runs.length, 2);
  });

  it('is not begun twice at a time: what became due meanwhile follows', async () => {
    const work = new Work();
    const renewal = new Renewal(() => true, work.run);
    const running = renewal.run();
    renewal.due();
    await renewal.run();
    assert.equal(work.runs.length, 1);
    work.runs[0]?.end();
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(work.runs.length, 2);
    work.runs[1]?.end();
    await running;
    assert.equal(work.runs.length, 2);
  });

  it('waits where nobody would see it', async () => {
    const work = new Work();
    let isSeen = false;
    const renewal = new Renewal(() => isSeen, work.run);
    await renewal.run();
    assert.equal(work.runs.length, 0);
    isSeen = true;
    void renewal.run();
    assert.equal(work.runs.length, 1);
  });
});
