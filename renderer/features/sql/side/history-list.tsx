import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Statement, statementsKept } from '../../../../core/model/statement';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { useSettled } from '../../../state/use-settled';
import { useFormats, useText, useWords } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { ConfirmDialog } from '../../../ui/confirm-dialog';
import { Input } from '../../../ui/field';
import { useRuns } from '../runs';

const step = 100;

/** What ran, the newest first. */
export function HistoryList({ onOpen }: { onOpen: (statement: Statement) => void }) {
  const t = useText();
  const f = useFormats();
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(step);
  const [found, setFound] = useState<{ statements: Statement[]; total: number }>();
  const [clearing, setClearing] = useState(false);
  const search = useSettled(typed, 200);
  const runs = useRuns();
  useEffect(() => {
    let wanted = true;
    attempt(async () => {
      const answer = await call('sql.statements', { search, offset: 0, limit });
      if (wanted) setFound(answer);
    });
    return () => {
      wanted = false;
    };
  }, [search, limit, runs]);
  const clear = async () => {
    await call('sql.forgetStatements', {});
    setFound({ statements: [], total: 0 });
  };
  const nothing = found?.total === 0 ? (search === '' ? t.sql.history.none : t.sql.history.nothing) : undefined;
  return (
    <div className="sql-history">
      <div className="row sql-history-head">
        <Input label={t.sql.history.search} type="search" placeholder={t.sql.history.search} value={typed} onChange={setTyped} />
        <Button
          label={t.sql.history.clear}
          icon={Trash2}
          iconOnly
          size="small"
          disabled={!found?.total}
          onClick={() => setClearing(true)}
        />
      </div>
      {nothing && <p className="sql-side-empty">{nothing}</p>}
      <ul className="sql-list">
        {found?.statements.map((statement) => (
          <li key={statement.id}>
            <button type="button" className="sql-ran" title={t.sql.history.open} onClick={() => onOpen(statement)}>
              <code className="truncate">{statement.sql.replaceAll(/\s+/g, ' ').trim()}</code>
              <Outcome statement={statement} />
            </button>
          </li>
        ))}
      </ul>
      {found && found.total > found.statements.length && (
        <Button label={t.sql.history.more} size="small" onClick={() => setLimit(limit + step)} />
      )}
      {found && found.total > 0 && <p className="sql-side-empty">{t.sql.history.kept(f.number(statementsKept))}</p>}
      {clearing && (
        <ConfirmDialog
          title={t.sql.history.clear}
          text={t.sql.history.clearText}
          action={t.sql.history.clear}
          onConfirm={() => {
            setClearing(false);
            attempt(clear);
          }}
          onClose={() => setClearing(false)}
        />
      )}
    </div>
  );
}

function Outcome({ statement: { at, milliseconds, rows, problem } }: { statement: Statement }) {
  const t = useText();
  const f = useFormats();
  const words = useWords();
  return (
    <span className="sql-ran-facts">
      <span>{f.moment(at)}</span>
      <span>{t.sql.took(f.number(Math.round(milliseconds)))}</span>
      {rows !== undefined && <span>{t.sql.history.rows(f.number(rows))}</span>}
      {problem && <span className="sql-ran-problem truncate">{words(problem).says}</span>}
    </span>
  );
}
