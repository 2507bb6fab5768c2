import type { Context } from '../../core/usecases/context';

/** What is asked of the engine from now on, in order. */
export function recordStatements(ctx: Context): string[] {
  const statements: string[] = [];
  const connect = ctx.connection;
  ctx.connection = async () => {
    const connection = await connect();
    const { run, query } = connection;
    connection.run = (sql, options) => {
      statements.push(sql);
      return run.call(connection, sql, options);
    };
    connection.query = (sql, options) => {
      statements.push(sql);
      return query.call(connection, sql, options);
    };
    return connection;
  };
  return statements;
}
