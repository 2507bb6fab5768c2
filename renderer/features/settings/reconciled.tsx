import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Matches, Reconciliation } from '../../../core/model/data-report';
import type { ProfileSettings } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { useSession } from '../../state/session';
import { type Asked, useAsked } from '../../state/use-asked';
import { useFormats, useText } from '../../text/use-text';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';

const Found = createContext<Asked<Reconciliation>>({});

/** Something is said of people by rows of which it can be told whose they are. */
const saysOfPeople = ({ identities = [], consent, history, suppression }: ProfileSettings) =>
  identities.length + suppression.length > 0 || consent !== undefined || history !== undefined;

/** Counts once for all that is saved, and anew when data or settings change. */
export function Reconciled({ children }: { children: ReactNode }) {
  const t = useText();
  const settings = useSession((state) => state.settings);
  const model = useData((state) => state.model);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data or settings have other counts; the language only names the job
  const ask = useMemo(
    () =>
      settings?.profile && saysOfPeople(settings.profile)
        ? (signal: AbortSignal, tell: (found: Reconciliation) => void) =>
            runJob(t.settings.reconciling, (job) => call('model.reconcile', {}, { signal: job.signal, onProgress: tell }), signal)
        : undefined,
    [settings, model],
  );
  return <Found.Provider value={useAsked(ask)}>{children}</Found.Provider>;
}

/** Whose some rows are, once what says so is saved. */
export function MatchCounts({
  title,
  saved,
  of,
}: {
  title: string;
  saved: boolean;
  of: (found: Reconciliation) => readonly (Matches & { in: string })[];
}) {
  const t = useText();
  const f = useFormats();
  const { value, partial, error } = useContext(Found);
  if (!saved) return <p className="field-hint">{t.settings.countedOnceSaved}</p>;
  if (error !== undefined) return <Failure error={error} />;
  const { columns, hints, nothing } = t.settings.reconciled;
  const matches = value ? of(value) : [];
  if (matches.length === 0 && (!value || partial)) return <Progress label={t.settings.reconciling} />;
  if (matches.length === 0) return <p className="field-hint">{nothing}</p>;
  const figures = ['rows', 'matched', 'orphans', 'ambiguous', 'empty', 'profiles'] as const;
  return (
    <div className="match-counts" tabIndex={0} role="region" aria-label={title}>
      <table className="list-table" aria-label={title}>
        <thead>
          <tr>
            <th>{columns.entity}</th>
            {figures.map((column) => (
              <th key={column} className="number" title={hints[column]}>
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <tr key={match.in}>
              <td>{match.in}</td>
              {figures.map((column) => (
                <td key={column} className="number">
                  {f.number(match[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
