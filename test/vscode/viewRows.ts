import assert from 'node:assert/strict';
import type { ViewNode } from '../../src/vscode/views/viewNode';

/** A row by the labels that lead to it. */
export async function find(nodes: readonly ViewNode[], ...path: string[]): Promise<ViewNode> {
  const [first, ...others] = path;
  const node = nodes.find((one) => {
    const { label } = one.item();
    return (typeof label === 'string' ? label : label?.label) === first;
  });
  assert(node, `no row ${String(first)}`);
  return others.length === 0 ? node : find((await node.children?.(node)) ?? [], ...others);
}
