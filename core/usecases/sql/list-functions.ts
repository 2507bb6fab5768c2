import type { SqlFunction } from '../../model/sql-function';
import type { Cell } from '../../model/value';
import type { Context } from '../context';
import { withConnection } from '../with-connection';

const asked = `SELECT function_name, any_value(function_type), any_value(parameters), any_value(return_type), any_value(description)
FROM duckdb_functions() WHERE database_name = 'system' AND schema_name = 'main' AND function_type IN ('scalar', 'aggregate', 'macro')
  AND regexp_full_match(function_name, '[a-z][a-z0-9_]*') GROUP BY function_name ORDER BY function_name`;

/** Functions that SQL may call, as the engine tells of them. @param isAllowed by lower-case name */
export function listFunctions(ctx: Context, isAllowed: (name: string) => boolean): Promise<SqlFunction[]> {
  return withConnection(ctx, async (connection) => {
    const page = await connection.query(asked, { limit: 5000 });
    const [names = [], kinds = [], parameters = [], types = [], texts = []] = page.values;
    return names.map(String).flatMap((name, i) =>
      isAllowed(name)
        ? [
            {
              name,
              aggregate: kinds[i] === 'aggregate',
              parameters: namesOf(parameters[i]),
              type: textOf(types[i]),
              description: textOf(texts[i]),
            },
          ]
        : [],
    );
  });
}

const namesOf = (value: Cell | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

const textOf = (value: Cell | undefined): string => (typeof value === 'string' ? value : '');
