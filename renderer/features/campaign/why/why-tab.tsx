import { type FormEvent, useEffect, useMemo, useState } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { useCampaign } from '../../../state/campaign';
import { useData } from '../../../state/data';
import { call } from '../../../state/host';
import { useLibrary } from '../../../state/library';
import { usePersonal, useSee } from '../../../state/personal';
import { entityNamed } from '../../../state/reach';
import { useAsked } from '../../../state/use-asked';
import { useSettled } from '../../../state/use-settled';
import { askWhy, dimWay, lightWay, useWhy, type WhySubject } from '../../../state/why';
import { Button } from '../../../ui/button';
import { PersonalFrame } from '../../../ui/personal-frame';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { Select } from '../../../ui/select';
import { labelOf } from '../sentence';
import { useSpeaker } from '../speaker';
import { followable } from './followable';
import { holdsPersonal } from './holds-personal';
import { KeyInputs } from './key-inputs';
import { TracedWay } from './traced-way';
import './why.css';
import { valuesWords, type Witness } from './why-words';

/** What became of one row on its way through the campaign, and what decided; the way is lit on the canvas. */
export function WhyTab({ campaign }: { campaign: Campaign }) {
  const speaker: Witness = { ...useSpeaker(), see: useSee() };
  const { t, f } = speaker;
  const personal = usePersonal();
  const subject = useWhy((state) => state.subject);
  const settled = useSettled(campaign, 250);
  const ask = useMemo(
    () => (subject ? (signal: AbortSignal) => call('campaign.why', { campaign: settled, ...subject }, { signal }) : undefined),
    [settled, subject],
  );
  const { value, error } = useAsked(ask);
  const holds = useMemo(() => holdsPersonal(value?.rows), [value]);
  useEffect(() => {
    if (value) lightWay(value);
    return dimWay;
  }, [value]);
  return (
    <PersonalFrame holds={holds} personal={personal}>
      <div className="dock-scroll why">
        <SubjectForm campaign={campaign} subject={subject} />
        {!subject && <p className="muted">{t.why.start}</p>}
        {error !== undefined && <Failure error={error} />}
        {subject && !value && error === undefined && <Progress label={t.common.loading} />}
        {value?.rows.map((row, i) => (
          <section key={`${row.entity} ${JSON.stringify(row.key)}`}>
            <h3 className="why-subject">
              {row.entity} <span className="mono">{valuesWords(row.key, row.personal, speaker)}</span>{' '}
              <span className="muted">
                {row.from
                  ? t.why.reachedBy(nameOf(campaign, row.from.activity, t), valuesWords(row.from.key, row.from.personal, speaker))
                  : i === 0 && t.why.asOf(f.moment(value.asOf))}
              </span>
            </h3>
            <TracedWay row={row} speaker={speaker} />
          </section>
        ))}
      </div>
    </PersonalFrame>
  );
}

function nameOf({ flow }: Campaign, id: string, t: ReturnType<typeof useSpeaker>['t']): string {
  const activity = flow.activities.find((a) => a.id === id);
  return activity ? labelOf(activity, t) : id;
}

/** Whose row, and the values of its key. */
function SubjectForm({ campaign, subject }: { campaign: Campaign; subject: WhySubject | undefined }) {
  const { t } = useSpeaker();
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences);
  const kinds = useMemo(() => followable(campaign, model, audiences ?? [], t), [campaign, model, audiences, t]);
  const selected = useCampaign((state) => state.selection.activities[0]);
  const likely = kinds.find((kind) => kind.from.includes(selected ?? ''))?.value ?? kinds[0]?.value;
  const [picked, pick] = useState<string>();
  const [typed, setTyped] = useState<string[]>([]);
  useEffect(() => {
    pick(subject?.entity);
    setTyped(subject?.key ?? []);
  }, [subject]);
  const entity = kinds.some((kind) => kind.value === picked) ? picked : likely;
  const key = entityNamed(model, entity)?.key ?? [t.why.line];
  const given = key.map((_, i) => typed[i]?.trim() ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entity !== undefined && given.every(Boolean)) askWhy({ entity, key: given });
  };
  if (entity === undefined) return null;
  return (
    <form className="dock-controls" onSubmit={submit}>
      <div className="dock-small">
        <Select label={t.why.whose} value={entity} options={kinds} onChange={pick} />
      </div>
      <KeyInputs names={key} values={typed} onChange={setTyped} />
      <Button type="submit" look="plain" label={t.why.ask} disabled={!given.every(Boolean)} />
    </form>
  );
}
