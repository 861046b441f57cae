import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

describe('the menus', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const { menus } = (
    JSON.parse(manifest) as {
      contributes: { menus: Record<string, { command?: string; when?: string }[]> };
    }
  ).contributes;

  it('know annotation files by their paths, on every system', () => {
    const conditions = Object.values(menus)
      .flat()
      .flatMap(({ when = '' }) => [...when.matchAll(/resourcePath =~ \/(.+?)\/(?= |$)/g)])
      .map(([, pattern = '']) => new RegExp(pattern));
    assert.equal(conditions.length, manifest.split('resourcePath').length - 1);
    assert(conditions.length > 0);
    for (const condition of conditions) {
      for (const [path, isOne] of [
        ['/home/me/corpus/annotations/a.yaml', true],
        ['/home/me/corpus/annotations/entities/person.yaml', true],
        ['c:\\corpus\\annotations\\a.yaml', true],
        ['c:\\corpus\\annotations\\entities\\person.yaml', true],
        ['/home/me/corpus/annotations.yaml', false],
        ['c:\\corpus\\my-annotations\\a.yaml', false],
        ['c:\\corpus\\seeds\\a.txt', false],
      ] as const) {
        assert.equal(condition.test(path), isOne, path);
      }
    }
  });
});
