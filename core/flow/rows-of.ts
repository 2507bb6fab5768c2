import type { Population } from '../segment/population';
import type { Expression } from '../sql/query';

/** How many rows a population has. */
export function rowsOf({ table }: Population): Expression {
  return {
    kind: 'scalar',
    query: {
      kind: 'select',
      columns: [{ name: 'n', is: { kind: 'aggregate', function: 'count', args: [] } }],
      from: { relation: table, alias: 'counted' },
    },
  };
}
