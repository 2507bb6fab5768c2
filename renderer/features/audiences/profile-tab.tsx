import { useMemo, useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import type { AudienceProfile, FieldProfile } from '../../../core/model/report';
import type { Cell } from '../../../core/model/value';
import { useData } from '../../state/data';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { useLibrary } from '../../state/library';
import { usePersonal, useSee } from '../../state/personal';
import { useAsked } from '../../state/use-asked';
import { useFormats, useText } from '../../text/use-text';
import { cellSaid } from '../../ui/cells';
import { barLabel } from '../../ui/distribution';
import { Notice } from '../../ui/notice';
import { PersonalFrame } from '../../ui/personal-frame';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';
import { Select } from '../../ui/select';

/** Groups shown of each field. */
const shownGroups = 6;

/** How an audience differs from all rows of its entity, or from another audience: what differs most first. */
export function ProfileTab({ audience }: { audience: Audience }) {
  const model = useData((state) => state.model);
  const t = useText();
  const audiences = useLibrary((state) => state.audiences) ?? [];
  const personal = usePersonal();
  const [against, setAgainst] = useState('');
  const others = audiences.filter((a) => a.id !== audience.id && a.dimension === audience.dimension);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language only names the job; changing it must not ask again
  const ask = useMemo(
    () => (signal: AbortSignal, tell: (found: AudienceProfile) => void) =>
      runJob(
        t.audiences.profiling(audience.name),
        (job) =>
          call(
            'population.profile',
            {
              population: { kind: 'audience', audience: audience.id },
              ...(against === '' ? {} : { base: { kind: 'audience' as const, audience: against } }),
            },
            {
              signal: job.signal,
              onProgress: ({ done, fields, profile }) => {
                job.report(fields === 0 ? 1 : done / fields);
                tell(profile);
              },
            },
          ),
        signal,
      ),
    [audience, against],
  );
  const { value: found, partial, error } = useAsked(ask, model);
  const options = [
    { value: 'all', label: t.audiences.everyone(audience.dimension) },
    ...others.map((a) => ({ value: `a/${a.id}`, label: a.name })),
  ];
  const told = found?.fields.filter((field) => personal.shown || isTold(field)) ?? [];
  const untold = found?.fields.filter((field) => !told.includes(field)) ?? [];
  return (
    <PersonalFrame holds={found?.fields.some((field) => field.personal !== undefined) ?? false} personal={personal}>
      <div className="place-body">
        <div className="page section">
          <div className="section-head">
            <span>{t.audiences.base}</span>
            <div className="audience-select">
              <Select
                label={t.audiences.base}
                value={against === '' ? 'all' : `a/${against}`}
                options={options}
                onChange={(value) => setAgainst(value === 'all' ? '' : value.slice(2))}
              />
            </div>
            {found && <Head found={found} />}
          </div>
          {error !== undefined && <Failure error={error} />}
          {(!found || partial) && error === undefined && <Progress label={t.common.loading} />}
          {found?.audience === 0 && !partial && <Notice says={t.audiences.nobody} />}
          {found && found.audience > 0 && told.map((field) => <FieldCard key={written(field.field)} found={field} of={found} />)}
          {untold.length > 0 && (
            <p className="muted">{t.audiences.profileHidden(untold.map((field) => written(field.field)).join(', '))}</p>
          )}
          {found && found.skipped.length > 0 && (
            <p className="muted">{t.audiences.skipped(found.skipped.map((s) => written(s.field)).join(', '))}</p>
          )}
        </div>
      </div>
    </PersonalFrame>
  );
}

/** Values that are hidden so far that they look alike tell nothing; of a day of birth the year stays. */
const isTold = ({ personal }: FieldProfile) => personal === undefined || personal === 'birth-date';

const written = ({ path = [], attribute }: FieldProfile['field']): string => [...path, attribute].join('.');

function Head({ found }: { found: AudienceProfile }) {
  const t = useText();
  const f = useFormats();
  return (
    <span className="muted" title={t.audiences.indexHint}>
      {t.audiences.profileHead(f.number(found.audience), f.number(found.base), f.number(found.both))}
    </span>
  );
}

function FieldCard({ found, of }: { found: FieldProfile; of: AudienceProfile }) {
  const t = useText();
  const f = useFormats();
  const see = useSee();
  const seen = (value: Cell) => see(value, found.personal);
  const shares = found.groups.map((g) => ({
    ...g,
    mine: of.audience === 0 ? 0 : g.audience / of.audience,
    theirs: of.base === 0 ? 0 : g.base / of.base,
  }));
  const shown = shares.slice(0, shownGroups);
  const most = Math.max(...shown.flatMap((g) => [g.mine, g.theirs]), Number.MIN_VALUE);
  const label = { empty: t.common.empty, other: t.audiences.others };
  return (
    <div className="card">
      <table className="list-table profile-table" aria-label={written(found.field)}>
        <thead>
          <tr>
            <th>{written(found.field)}</th>
            <th />
            <th className="number">{t.audiences.inAudience}</th>
            <th className="number">{t.audiences.inBase}</th>
            <th className="number" title={t.audiences.indexHint}>
              {t.audiences.index}
            </th>
            <th className="number" title={t.audiences.indexHint}>
              {t.audiences.z}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((g, i) => (
            <tr key={i}>
              <td className="truncate">
                {g.kind === 'empty' || g.kind === 'other'
                  ? label[g.kind]
                  : barLabel(seen(g.from), seen(g.to), t.common.empty, (value) => cellSaid(value, t))}
              </td>
              <td>
                <span className="pair-track" aria-hidden>
                  <span style={{ width: `${(g.mine / most) * 100}%` }} />
                  <span data-base style={{ width: `${(g.theirs / most) * 100}%` }} />
                </span>
              </td>
              <td className="number">
                {f.number(g.audience)} <span className="muted">{f.share(g.mine)}</span>
              </td>
              <td className="number">
                {f.number(g.base)} <span className="muted">{f.share(g.theirs)}</span>
              </td>
              <td className="number">{g.index === null ? '–' : f.number(Math.round(g.index))}</td>
              <td className="number">{g.z === null ? '–' : f.tenths(g.z)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shares.length > shownGroups && <p className="muted more-groups">{t.audiences.moreGroups(f.number(shares.length - shownGroups))}</p>}
    </div>
  );
}
