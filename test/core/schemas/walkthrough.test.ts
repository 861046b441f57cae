import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
}

describe('The walkthrough', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const { contributes } = JSON.parse(manifest) as { readonly contributes: Contributions };
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const commands = contributes.commands.map(({ command }) => command);
  const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => id));

  it('has a picture for each theme at each step, and words for those who do not see it', () => {
    for (const { id, media } of steps) {
      assert.deepEqual(Object.keys(media.image), ['dark', 'light', 'hc', 'hcLight'], id);
      for (const file of Object.values(media.image)) assert(existsSync(file), file);
      assert(media.altText.length > 20, id);
    }
  });

  it('has buttons for commands of our own only', () => {
    const known = [...commands, ...views.map((id) => `${id}.focus`)];
    const used = steps.flatMap(({ description }) =>
      [...description.matchAll(/\(command:([^)]*)\)/g)].map(([, command]) => command ?? ''),
    );
    assert(used.length > 0);
    for (const command of used) assert(known.includes(command), command);
  });

  it('ends each step at something that there is', () => {
    for (const { id, completionEvents } of steps) assert(completionEvents.length > 0, id);
    const ours = steps.flatMap(({ completionEvents }) =>
      completionEvents.filter((event) => event.includes(':glossator.')),
    );
    for (const event of ours) {
      const [kind, name = ''] = event.split(':');
      assert((kind === 'onView' ? views : commands).includes(name), event);
    }
  });
});
