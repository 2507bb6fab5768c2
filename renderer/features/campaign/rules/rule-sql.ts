import { useEffect, useState } from 'react';
import type { Problem } from '../../../../core/base/problems';
import type { Rule } from '../../../../core/model/rule';
import { call } from '../../../state/host';
import { useVariables } from './variables-in-scope';

export type Written =
  | { kind: 'busy' }
  | { kind: 'sql'; sql: string }
  | { kind: 'problems'; problems: Problem[] }
  | { kind: 'failed'; error: unknown };

/** The SQL of a rule as it was when this began. */
export function useWritten(rule: Rule, entity: string): Written {
  const variables = useVariables();
  const [written, setWritten] = useState<Written>({ kind: 'busy' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: written once; what is edited after that is the SQL
  useEffect(() => {
    call('rule.toSql', { entity, rule, variables: [...variables] }).then(setWritten, (error: unknown) =>
      setWritten({ kind: 'failed', error }),
    );
  }, []);
  return written;
}

/** What SQL is as a rule. `kept`: the rule that holds it as it stands. */
export type Reading =
  | { kind: 'same' }
  | { kind: 'busy' }
  | { kind: 'rule'; rule: Rule }
  | { kind: 'sql'; problems: Problem[]; kept?: Rule | undefined }
  | { kind: 'failed'; error: unknown };

/** Long enough not to read half a word. */
const pause = 300;

/** Reads SQL whenever it has not changed for a moment. @param sql absent as long as nothing was edited */
export function useReading(sql: string | undefined, entity: string): Reading {
  const variables = useVariables();
  const [reading, setReading] = useState<Reading>({ kind: 'same' });
  useEffect(() => {
    if (sql === undefined) return;
    let current = true;
    const take = (read: Reading) => current && setReading(read);
    take({ kind: 'busy' });
    const timer = setTimeout(() => {
      if (sql.trim() === '') return take({ kind: 'sql', problems: [] });
      return call('rule.fromSql', { sql, entity, variables: [...variables] }).then(take, (error: unknown) =>
        take({ kind: 'failed', error }),
      );
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [sql, entity, variables]);
  return reading;
}
