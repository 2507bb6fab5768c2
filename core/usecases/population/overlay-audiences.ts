import type { Audience } from '../../model/audience';
import { type Campaign, campaign } from '../../model/campaign';
import { outputOf, type Plan } from '../../plan/plan';
import type { Connection } from '../../ports/engine';
import { type Condition, expressionOf, joinsOf, leavesOf, rowAlias } from '../../segment/condition';
import { entityTable, type Population } from '../../segment/population';
import { withPlainAliases } from '../../sql/aliases';
import { duckdb } from '../../sql/dialect/duckdb';
import { column, integer } from '../../sql/expression';
import { printQuery } from '../../sql/print';
import type { Expression, Select } from '../../sql/query';
import { ident } from '../../sql/quote';
import { planFor } from '../campaign/plan-for';
import type { Context } from '../context';
import { findDocument } from '../find-document';
import { audienceMembers } from './audience-members';
import type { AtMoment, Members } from './members';
import { maskName, type Overlay, overlaid, overlay } from './overlay';

/** Lays audiences over each other. Where all are rules, every row of the entity is judged by all of them in one scan. */
export async function overlayAudiences(ctx: Context, connection: Connection, ids: readonly string[], at: AtMoment): Promise<Overlay> {
  const audiences = ids.map((id) => findDocument(ctx, 'audience', id));
  const plan = await planFor(ctx, connection, readingAll(audiences), { asOf: at.asOf });
  const judged = judgedAtOnce(plan, ids);
  if (judged) return overlaid(ctx, connection, judged, at.signal);
  const members: Members[] = [];
  for (const id of ids) members.push(await audienceMembers(ctx, connection, id, at));
  return overlay(ctx, connection, members, at.signal);
}

const memberId = (i: number): string => `members-${i}`;

function readingAll(audiences: readonly Audience[]): Campaign {
  const activities = audiences.map(({ id, name }, i) => ({ id: memberId(i), label: name, type: 'read-audience', audience: id }));
  return campaign.parse({ format: 1, id: 'audience', name: 'audience', seed: 'audience', flow: { activities, transitions: [] } });
}

function judgedAtOnce(plan: Plan, ids: readonly string[]): { dimension: string; key: Population['key']; sql: string } | undefined {
  const populations = ids.map((_, i) => outputOf(plan, memberId(i), 'out'));
  const [first] = populations;
  const conditions = populations.flatMap((p) => (p?.gathered && p.dimension === first?.dimension ? [p.gathered.condition] : []));
  if (!first || conditions.length < ids.length) return undefined;
  const mask = maskName(first.key);
  const select: Select = {
    kind: 'select',
    columns: [...first.key.map((k) => ({ name: k.name, is: column(rowAlias, k.name) })), { name: mask, is: maskOf(conditions) }],
    from: { relation: entityTable(first.dimension), alias: rowAlias },
    joins: joinsOf(conditions.flatMap(leavesOf)),
  };
  const key = first.key.map((k) => ident(k.name)).join(', ');
  const sql = `SELECT ${key}, CAST(${ident(mask)} AS UTINYINT) AS ${ident(mask)} FROM (\n${printQuery(withPlainAliases(select), duckdb)}\n) AS judged WHERE ${ident(mask)} > 0`;
  return { dimension: first.dimension, key: first.key, sql };
}

function maskOf(conditions: readonly Condition[]): Expression {
  const bits = conditions.map(
    (c, i): Expression => ({ kind: 'case', branches: [{ when: expressionOf(c), gives: integer(2 ** i) }], otherwise: integer(0) }),
  );
  return bits.reduce((left, right): Expression => ({ kind: 'arithmetic', op: '+', left, right }));
}
