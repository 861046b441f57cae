import type { Entity } from '../model';
import { isEntityId } from './entityId';
import { type Findings, MapReader, find } from './mapReader';
import { annotated } from './readAnnotations';
import type { YamlContents } from './yamlTree';

/** Reads one file of the registry: a map from entity id to entity. */
export function readEntities(yaml: YamlContents, findings: Findings): Entity[] {
  const root = yaml.root && MapReader.over(yaml.root, 'registry', findings);
  if (!root) return [];
  return [...root.keys()].flatMap((id) => {
    const record = MapReader.over(root.node(id), `registry entry “${id}”`, findings);
    const entity = record && readEntity(id, record, findings);
    const key = root.keySpan(id);
    return entity ? [{ ...entity, place: { ...entity.place, ...(key && { key }) } }] : [];
  });
}

function readEntity(id: string, record: MapReader, findings: Findings): Entity | undefined {
  if (!isEntityId(id)) {
    const message = `“${id}” is no entity id: write lower-case words joined by hyphens.`;
    find(findings, 'bad-value', record.span, message);
  }
  const type = record.required('type');
  const name = record.required('name');
  if (type === undefined) return undefined;
  const description = record.text('description');
  const value = record.text('value');
  return {
    id,
    type,
    name: name ?? id,
    aliases: record.texts('aliases'),
    ...(description !== undefined && { description }),
    ...(value !== undefined && { value }),
    sameAs: record.texts('same-as'),
    ...annotated(record),
  };
}
