import type { DataModel } from '../../../core/model/entity';

export interface Suggestion {
  label: string;
  insert: string;
  detail: string;
  kind: 'entity' | 'attribute' | 'join';
  order: string;
}

/** A name as SQL takes it: quoted unless it is a plain lower-case word. */
export function sqlName(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Entities a query mentions, with the name each goes by. */
function mentioned(model: DataModel, sql: string): { entity: string; alias: string }[] {
  const found: { entity: string; alias: string }[] = [];
  for (const match of sql.matchAll(
    /\b(?:from|join)\s+(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_]*))(?:\s+(?:as\s+)?(?!on\b|where\b|join\b|left\b|inner\b|group\b|order\b|limit\b)([\p{L}_][\p{L}\p{N}_]*))?/giu,
  )) {
    const name = match[1]?.replaceAll('""', '"') ?? match[2] ?? '';
    const entity = model.entities.find((e) => e.name.toLowerCase() === name.toLowerCase());
    if (entity) found.push({ entity: entity.name, alias: match[3] ?? sqlName(entity.name) });
  }
  return found;
}

/** What may follow `before` in `sql`: attributes of the entity before a dot, else entities, attributes in use and joins over links. */
export function suggestions(model: DataModel, before: string, sql: string): Suggestion[] {
  const used = mentioned(model, sql);
  const attributes = (entity: string, order: string): Suggestion[] =>
    (model.entities.find((e) => e.name === entity)?.attributes ?? []).map((a) => ({
      label: a.name,
      insert: sqlName(a.name),
      detail: `${entity} · ${a.type}`,
      kind: 'attribute',
      order: `${order}${a.name}`,
    }));
  const dotted = /(?:"((?:[^"]|"")+)"|([\p{L}_][\p{L}\p{N}_]*))\.$/u.exec(before);
  if (dotted) {
    const name = (dotted[1] ?? dotted[2] ?? '').toLowerCase();
    const entity =
      used.find((u) => u.alias.toLowerCase() === name)?.entity ?? model.entities.find((e) => e.name.toLowerCase() === name)?.name;
    return entity === undefined ? [] : attributes(entity, 'a');
  }
  const entities = model.entities.map(
    (e): Suggestion => ({ label: e.name, insert: sqlName(e.name), detail: `${e.rows}`, kind: 'entity', order: `b${e.name}` }),
  );
  const joins = used.flatMap(({ entity, alias }) =>
    model.links.flatMap((link): Suggestion[] => {
      const forward = link.from === entity;
      if (!forward && link.to !== entity) return [];
      const other = forward ? link.to : link.from;
      const target = sqlName(other);
      const on = link.on.map((pair) =>
        forward
          ? `${alias}.${sqlName(pair.from)} = ${target}.${sqlName(pair.to)}`
          : `${alias}.${sqlName(pair.to)} = ${target}.${sqlName(pair.from)}`,
      );
      const text = `JOIN ${target} ON ${on.join(' AND ')}`;
      return [{ label: `join ${other}`, insert: text, detail: forward ? link.name : link.reverse, kind: 'join', order: `c${other}` }];
    }),
  );
  return [...used.flatMap((u) => attributes(u.entity, 'a')), ...entities, ...joins];
}
