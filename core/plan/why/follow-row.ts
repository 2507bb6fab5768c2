import { outgoing, reachableFrom } from '../../flow/graph';
import type { Ask } from '../../flow/why/ask';
import type { TracedRow } from '../../model/why';
import type { Plan } from '../plan';
import type { Subject } from './presence';
import { traceRow } from './trace-row';

/** Rows traced beyond the one that is asked for. */
const most = 12;

/** A row's way through the flow and, where it leads to rows of another entity, the ways of the first of those from there on. */
export async function followRow(plan: Plan, subject: Subject, ask: Ask): Promise<TracedRow[]> {
  const asked = await traceRow(plan, subject, ask);
  const rows = [asked];
  const queue = leadsFrom(plan, asked);
  const seen = new Set([nameOf(subject)]);
  for (let next = queue.shift(); next && rows.length <= most; next = queue.shift()) {
    if (seen.has(nameOf(next.subject))) continue;
    seen.add(nameOf(next.subject));
    const { flow } = plan.request.campaign;
    const behind = reachableFrom(
      flow,
      outgoing(flow, next.from.activity).map((t) => t.to),
    );
    const traced = await traceRow(plan, next.subject, ask, behind);
    rows.push({ ...traced, from: next.from });
    queue.push(...leadsFrom(plan, traced));
  }
  return rows;
}

interface Led {
  from: NonNullable<TracedRow['from']>;
  subject: Subject;
}

function leadsFrom(plan: Plan, { key, personal, activities }: TracedRow): Led[] {
  return activities.flatMap(({ activity, reasons, state }) => {
    const population = plan.outputs.find((o) => o.activity === activity && o.output === 'out')?.population;
    if (state !== 'passed' || !population) return [];
    const { dimension, file } = population;
    return reasons.flatMap((reason) =>
      reason.kind === 'reaches' && reason.rows.entity === dimension
        ? reason.rows.first.map((found) => ({
            from: { activity, key, ...(personal ? { personal } : {}) },
            subject: { dimension, file, key: found },
          }))
        : [],
    );
  });
}

const nameOf = ({ dimension, file, key }: Subject) => JSON.stringify([dimension, file, Object.values(key)]);
