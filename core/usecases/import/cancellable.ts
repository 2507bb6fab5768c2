import type { CancelSignal } from '../../base/cancellation';
import type { Connection } from '../../ports/engine';

/** The same connection, every statement of which stops when the signal says so. */
export function cancellable(connection: Connection, signal: CancelSignal | undefined): Connection {
  if (signal === undefined) return connection;
  return {
    ...connection,
    query: (sql, options) => connection.query(sql, { ...options, signal }),
    run: (sql, options) => connection.run(sql, { ...options, signal }),
  };
}
