import type { ActivityOf } from '../../../../core/model/activity';
import { statements } from '../../evaluator/known-sql';
import { membersOf } from '../../evaluator/rule';
import { freshName } from '../column-names';
import { common, isOfFile, type Maker, namesIn, over, plain, ruleFor } from '../making';
import { anyEntity, anyPath, attributesOf, singlePath, singlePaths } from '../paths';
import { isSayable, randomRule } from '../rules';

export const buildFirst: Maker = (m) => {
  const dimension = anyEntity(m.c);
  const rule = randomRule(m.c, m.s, dimension, m.c.int(0, 2));
  return { activity: { ...common(m), type: 'build-audience', dimension, rule }, inputs: [] };
};

export const build = over((m, input) => ({
  ...common(m),
  type: 'build-audience',
  dimension: input.people.dimension,
  rule: ruleFor(m, input),
}));

export const incremental: Maker = (m) => {
  const { c, made } = m;
  const fit = made.filter((p) => !isOfFile(p));
  const input = fit.length > 0 && c.chance(60) ? c.one(fit) : undefined;
  const dimension = input?.people.dimension ?? anyEntity(c);
  const columns = input?.people.columns ?? [];
  const dates = datesFrom(dimension);
  const added = columns
    .filter((column) => column.type === 'date' || column.type === 'timestamp')
    .map((column) => ({ attribute: column.name }));
  const memory = c.of<ActivityOf<'incremental-query'>['memory'] | undefined>(
    () => (dates.length + added.length === 0 ? undefined : { kind: 'date', ...c.one([...dates, ...added]) }),
    () => ({ kind: 'key', days: c.int(0, 2) }),
  );
  if (!memory) return undefined;
  const rule = randomRule(c, m.s, dimension, c.int(0, 1), columns);
  return { activity: { ...common(m), type: 'incremental-query', dimension, rule, memory }, inputs: input ? [input] : [] };
};

function datesFrom(entity: string): { path: string[]; attribute: string }[] {
  return singlePaths(entity).flatMap(({ path, entity: end }) =>
    attributesOf(end)
      .filter((a) => a.type === 'date' || a.type === 'timestamp')
      .map((a) => ({ path, attribute: a.name })),
  );
}

export const readAudience: Maker = (m) => {
  const { c, s, id } = m;
  if (s.world.audiences.length === 0) return undefined;
  const audience = c.one(s.world.audiences);
  const end = c.chance(40) ? undefined : anyPath(c, audience.dimension);
  const taken = new Set(namesIn(membersOf(s.world, audience.id)));
  const attributes = () =>
    c.list(1, 2, () => {
      const walk = singlePath(c, audience.dimension);
      const attribute = c.one(attributesOf(walk.entity));
      const as = freshName(c, attribute.type, taken);
      return as === undefined ? [] : [{ path: walk.path, attribute: attribute.name, as }];
    });
  const added = c.perhaps(50, () => ({ attributes: attributes().flat() }));
  return { activity: { id, type: 'read-audience', audience: audience.id, ...(end ? { path: end.path } : {}), ...added }, inputs: [] };
};

export const sql: Maker = (m) => {
  const [text, statement] = m.c.one(Object.entries(statements).filter(([text]) => isSayable(m.s, text)));
  const fit = m.made.filter((p) => p.people.dimension === statement.dimension && plain(p.people).length === p.people.columns.length);
  if (fit.length === 0 && statement.inputs > 0) return undefined;
  const inputs = Array.from({ length: statement.inputs }, () => m.c.one(fit));
  const complement = inputs.length > 0 ? m.c.perhaps(50, () => ({ complement: true })) : {};
  return { activity: { id: m.id, ...complement, type: 'sql', dimension: statement.dimension, sql: text }, inputs };
};
