import { useMemo, useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { type Change, type ChangePart, changeParts } from '../../../core/model/population';
import type { AudienceDiff } from '../../../core/model/report';
import { useData } from '../../state/data';
import { attempt, useSayings } from '../../state/failures';
import { freshId } from '../../state/fresh-id';
import { call } from '../../state/host';
import { refreshAudiences, useLibrary } from '../../state/library';
import { namesOf, otherName } from '../../state/other-name';
import { refreshWorkspace, useSession } from '../../state/session';
import { useAsked } from '../../state/use-asked';
import { instantAt, wallTime } from '../../state/wall-time';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { DateInput } from '../../ui/date-input';
import { Notice } from '../../ui/notice';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';
import { Select } from '../../ui/select';
import { PopulationRows } from './population-rows';

/** Who entered, left and stayed: since an earlier moment, since the last snapshot, or compared with another audience. */
export function DifferenceTab({ audience }: { audience: Audience }) {
  const model = useData((state) => state.model);
  const t = useText();
  const audiences = useLibrary((state) => state.audiences) ?? [];
  const live = audience.definition.kind !== 'snapshot';
  const taken = audiences.some((a) => a.definition.kind === 'snapshot' && a.definition.of === audience.id);
  const others = audiences.filter((a) => a.id !== audience.id && a.dimension === audience.dimension);
  const options = [
    ...(live
      ? [
          { value: 'snapshot', label: t.audiences.lastSnapshot },
          { value: 'earlier', label: t.audiences.earlier },
        ]
      : []),
    ...others.map((a) => ({ value: `a/${a.id}`, label: t.audiences.other(a.name) })),
  ];
  const [picked, setPicked] = useState<string>();
  const [from, setFrom] = useState(() => new Date(Date.now() - 30 * 24 * 3600 * 1000).toISOString());
  const mode = picked ?? (taken || others.length === 0 ? options[0]?.value : options.find((o) => o.value !== 'snapshot')?.value);
  const change = useMemo<Change | undefined>(() => {
    if (mode === undefined || (mode === 'snapshot' && !taken)) return undefined;
    if (mode === 'snapshot') return { audience: audience.id };
    return mode === 'earlier' ? { audience: audience.id, from } : { audience: audience.id, against: mode.slice(2) };
  }, [audience, mode, from, taken]);
  const ask = useMemo(() => change && ((signal: AbortSignal) => call('audience.diff', change, { signal })), [change]);
  const { value: found, error } = useAsked(ask, model);
  return (
    <div className="difference">
      <div className="row wrap difference-head">
        <span>{t.audiences.compareWith}</span>
        <div className="audience-select">
          <Select label={t.audiences.compareWith} value={mode} options={options} onChange={setPicked} />
        </div>
        {mode === 'earlier' && <Moment instant={from} onChange={setFrom} />}
        <span className="push" />
        {live && <TakeSnapshot audience={audience} />}
      </div>
      {!change && <Notice says={t.audiences.noSnapshot} />}
      {error !== undefined && <Failure error={error} />}
      {change && !found && error === undefined && <Progress label={t.common.loading} />}
      {change && found && (
        <Parts found={found} change={change} audiences={audiences} note={mode === 'earlier' ? t.audiences.overNow : undefined} />
      )}
    </div>
  );
}

function Moment({ instant, onChange }: { instant: string; onChange: (instant: string) => void }) {
  const t = useText();
  const zone = useSession((state) => state.settings?.zone) ?? 'UTC';
  const take = (text: string) => {
    const next = instantAt(text, zone);
    if (next !== undefined) onChange(next);
  };
  return <DateInput withTime label={t.audiences.from} value={wallTime(instant, zone)} onChange={take} />;
}

function TakeSnapshot({ audience }: { audience: Audience }) {
  const t = useText();
  const f = useFormats();
  const take = async () => {
    const audiences = await call('audience.list', {});
    const usual = t.audiences.snapshotName(audience.name, f.moment(new Date().toISOString()));
    const name = otherName(usual, namesOf(audiences)) ?? usual;
    const id = freshId(
      name,
      audiences.map((a) => a.id),
      'audience',
    );
    const { change } = await call('population.save', {
      population: { kind: 'audience', audience: audience.id },
      audience: id,
      name,
      mode: 'create',
    });
    await refreshAudiences();
    await refreshWorkspace();
    useSayings.getState().say({ tone: 'success', text: t.audiences.snapshotSaved(name, f.number(change.rows)) });
  };
  return <Button label={t.audiences.takeSnapshot} look="plain" onClick={() => attempt(take)} />;
}

function Parts({
  found,
  change,
  audiences,
  note,
}: {
  found: AudienceDiff;
  change: Change;
  audiences: readonly Audience[];
  note: string | undefined;
}) {
  const t = useText();
  const f = useFormats();
  const [part, setPart] = useState<ChangePart>('entered');
  const most = Math.max(1, found.entered, found.left, found.stayed);
  const side = ({ audience, asOf, rows }: AudienceDiff['before']) =>
    `${audiences.find((a) => a.id === audience)?.name ?? audience}, ${f.moment(asOf)}: ${f.number(rows)}`;
  return (
    <>
      <dl className="difference-sides">
        <dt>{t.audiences.before}</dt>
        <dd>{side(found.before)}</dd>
        <dt>{t.audiences.after}</dt>
        <dd>{side(found.after)}</dd>
      </dl>
      {note && <p className="muted difference-note">{note}</p>}
      <div className="change-bars" role="group" aria-label={t.audiences.difference}>
        {changeParts.map((name) => (
          <button key={name} type="button" aria-pressed={part === name} onClick={() => setPart(name)} data-part={name}>
            <span>{t.audiences.parts[name]}</span>
            <span className="bar-track" aria-hidden>
              <span style={{ width: `${(found[name] / most) * 100}%` }} />
            </span>
            <span className="number">{f.number(found[name])}</span>
          </button>
        ))}
      </div>
      <div className="difference-rows">
        <PopulationRows population={{ kind: 'change', ...change, part }} label={t.audiences.parts[part]} />
      </div>
    </>
  );
}
