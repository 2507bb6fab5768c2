import { type Ask, hasKey, type Values } from '../../flow/why/ask';
import { sameDimension } from '../../segment/population';
import { integer } from '../../sql/expression';
import type { Plan } from '../plan';

/** One row: its key, in an entity or among the lines that an activity reads from a file. */
export interface Subject {
  dimension: string;
  file?: string | undefined;
  key: Values;
}

export type Dimension = Pick<Subject, 'dimension' | 'file'>;

/** The transitions that carry the row, as `activity:output`. Their tables say so, and nothing else does. */
export async function presence(plan: Plan, subject: Subject, ask: Ask): Promise<Set<string>> {
  const outputs = plan.outputs.filter(({ population }) => sameDimension(population, subject));
  if (outputs.length === 0) return new Set();
  const found = await ask({
    kind: 'union-all',
    inputs: outputs.map(({ population }, i) => ({
      kind: 'select',
      columns: [{ name: 'at', is: integer(i) }],
      from: { relation: population.table, alias: 'rows' },
      where: hasKey('rows', population.key, subject.key),
    })),
  });
  const at = new Set(found.map((row) => Number(row.at)));
  return new Set(outputs.filter((_, i) => at.has(i)).map(({ activity, output }) => `${activity}:${output}`));
}
