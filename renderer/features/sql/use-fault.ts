import { useEffect, useMemo, useState } from 'react';
import type { Tab } from '../../../core/model/desk';
import { statementAt } from '../../../core/sql/statements';
import { asProblem, isCancelled } from '../../state/failures';
import { call } from '../../state/host';
import { useSettled } from '../../state/use-settled';
import { useWords } from '../../text/use-text';
import type { Fault } from '../../ui/sql/sql-editor';
import { faultOf } from './fault';
import { parametersOf } from './parameters';
import type { TabRun } from './runs';

interface Checked {
  text: string;
  error: unknown;
  statement: { sql: string; start: number };
}

/** Nobody is told of a mistake while still writing. */
const pause = 900;

/** Where the text of a tab is wrong: what the last run said, else what a check of the statement at the cursor says. */
export function useFault(tab: Tab, run: TabRun | undefined): Fault | undefined {
  const words = useWords();
  const checked = useChecked(tab);
  return useMemo(() => {
    const found = failureOf(run, tab.sql) ?? (checked?.text === tab.sql ? checked : undefined);
    return found && faultOf(found.error, tab.sql, found.statement, words(asProblem(found.error)).says);
  }, [run, checked, tab.sql, words]);
}

function failureOf(run: TabRun | undefined, text: string): Checked | undefined {
  const last = run?.text === text ? run.results.at(-1) : undefined;
  return last?.outcome.kind === 'failed' ? { text, error: last.outcome.error, statement: last } : undefined;
}

function useChecked(tab: Tab): Checked | undefined {
  const settled = useSettled(tab, pause);
  const [checked, setChecked] = useState<Checked>();
  useEffect(() => {
    const statement = statementAt(settled.sql, settled.cursor);
    const parameters = statement ? parametersOf(statement.sql, settled.parameters) : [];
    // Without its values a statement cannot be checked; the fields ask for them.
    if (!statement || parameters.some((p) => p.value === undefined)) return setChecked(undefined);
    const control = new AbortController();
    call('sql.describe', { sql: statement.sql, parameters }, { signal: control.signal }).then(
      () => setChecked(undefined),
      (error: unknown) => !isCancelled(error) && setChecked({ text: settled.sql, error, statement }),
    );
    return () => control.abort();
  }, [settled]);
  return checked;
}
