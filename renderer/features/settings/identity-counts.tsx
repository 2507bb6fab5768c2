import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { IdentityMatch } from '../../../core/model/data-report';
import type { IdentitySettings } from '../../../core/model/workspace';
import { useData } from '../../state/data';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { useSession } from '../../state/session';
import { type Asked, useAsked } from '../../state/use-asked';
import { useFormats, useText } from '../../text/use-text';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';

const Matches = createContext<Asked<readonly IdentityMatch[]>>({});

/** Counts once for all identities that are saved, and anew when data or settings change. */
export function Reconciled({ children }: { children: ReactNode }) {
  const t = useText();
  const settings = useSession((state) => state.settings);
  const model = useData((state) => state.model);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data or settings have other counts; the language only names the job
  const ask = useMemo(
    () =>
      settings?.profile?.identities?.length
        ? (signal: AbortSignal) => runJob(t.settings.reconciling, (job) => call('model.identities', {}, { signal: job.signal }), signal)
        : undefined,
    [settings, model],
  );
  return <Matches.Provider value={useAsked(ask)}>{children}</Matches.Provider>;
}

/** How the rows of every bound entity belong to people. One that is being changed is counted once it is saved. */
export function IdentityCounts({ identity }: { identity: IdentitySettings }) {
  const t = useText();
  const f = useFormats();
  const saved = useSession((state) => state.settings?.profile?.identities);
  const { value, error } = useContext(Matches);
  if (!saved?.includes(identity)) return <p className="field-hint">{t.settings.countedOnceSaved}</p>;
  if (error !== undefined) return <Failure error={error} />;
  if (!value) return <Progress label={t.settings.reconciling} />;
  const { columns } = t.settings.reconciled;
  return (
    <table className="list-table" aria-label={t.settings.reconciled.title(identity.namespace)}>
      <thead>
        <tr>
          <th>{columns.entity}</th>
          {(['rows', 'matched', 'orphans', 'ambiguous', 'empty'] as const).map((column) => (
            <th key={column} className="number" title={t.settings.reconciled.hints[column]}>
              {columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value
          .filter((match) => match.namespace === identity.namespace)
          .map((match) => (
            <tr key={`${match.entity}.${match.attribute}`}>
              <td>{`${match.entity}.${match.attribute}`}</td>
              <td className="number">{f.number(match.rows)}</td>
              <td className="number">{f.number(match.matched)}</td>
              <td className="number">{f.number(match.orphans)}</td>
              <td className="number">{f.number(match.ambiguous)}</td>
              <td className="number">{f.number(match.empty)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
