import { type FormEvent, useMemo, useState } from 'react';
import type { Audience } from '../../../../core/model/audience';
import type { Campaign } from '../../../../core/model/campaign';
import { useData } from '../../../state/data';
import { call } from '../../../state/host';
import { useLibrary } from '../../../state/library';
import { usePersonal, useSee } from '../../../state/personal';
import { entityNamed } from '../../../state/reach';
import { useAsked } from '../../../state/use-asked';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { PersonalFrame } from '../../../ui/personal-frame';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { useNamesSpeaker } from '../speaker';
import { holdsPersonal } from './holds-personal';
import { KeyInputs } from './key-inputs';
import { Reasons } from './reasons';
import './why.css';
import type { Witness } from './why-words';

/** Reads the audience and does nothing else. */
function readingOnly({ id, name }: Audience): Campaign {
  const members = { id: 'members', type: 'read-audience' as const, audience: id };
  return { format: 1, id: 'audience', name, seed: 'audience', flow: { activities: [members], transitions: [] }, layout: {} };
}

/** Whether a row is in an audience, and what decides; `asked` is the key it begins with, another one may be written. */
export function MemberWhy({ audience, asked, onClose }: { audience: Audience; asked: readonly string[]; onClose: () => void }) {
  const speaker: Witness = { ...useNamesSpeaker(), see: useSee() };
  const { t } = speaker;
  const personal = usePersonal();
  const { audiences, filters } = useLibrary();
  const names = useData((state) => entityNamed(state.model, audience.dimension)?.key) ?? [];
  const [typed, setTyped] = useState(asked);
  const [key, setKey] = useState(asked);
  const campaign = useMemo(() => readingOnly(audience), [audience]);
  const ask = useMemo(
    () =>
      key.length > 0 && key.every(Boolean)
        ? (signal: AbortSignal) => call('campaign.why', { campaign, entity: audience.dimension, key: [...key] }, { signal })
        : undefined,
    [campaign, audience.dimension, key],
  );
  const { value, error } = useAsked(ask);
  const found = value?.rows[0]?.activities.find((a) => a.activity === 'members');
  const given = names.map((_, i) => typed[i]?.trim() ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setKey(given);
  };
  const documents = { campaign, audiences: audiences ?? [], filters: filters ?? [] };
  return (
    <Dialog title={t.audiences.whyTitle(audience.name)} size="middle" onClose={onClose}>
      <PersonalFrame holds={holdsPersonal(value?.rows)} personal={personal}>
        <div className="column">
          <form className="row wrap" onSubmit={submit}>
            <KeyInputs names={names} values={typed} onChange={setTyped} />
            <Button type="submit" look="plain" label={t.why.ask} disabled={!given.every(Boolean)} />
          </form>
          {error !== undefined && <Failure error={error} />}
          {ask && !value && error === undefined && <Progress label={t.common.loading} />}
          {found && (
            <section aria-label={t.why.title}>
              <p className="why-verdict" role="status">
                {found.state === 'passed' ? t.audiences.isIn : t.audiences.isOut}
              </p>
              <Reasons of={found} documents={documents} speaker={speaker} />
            </section>
          )}
        </div>
      </PersonalFrame>
    </Dialog>
  );
}
