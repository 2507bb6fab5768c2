import { useState } from 'react';
import type { Region } from '../../../core/model/population';
import { attempt } from '../../state/failures';
import { freshId } from '../../state/fresh-id';
import { call } from '../../state/host';
import { refreshAudiences, useLibrary } from '../../state/library';
import { namesOf, otherName, useOtherName } from '../../state/other-name';
import { go, refreshWorkspace } from '../../state/session';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { NameField } from '../../ui/name-field';

/** Keeps a region as an audience: its people, or where all are live rules, the rules put together. */
export function SaveRegionDialog({
  region,
  rules,
  proposal,
  onClose,
}: {
  region: Region;
  rules: boolean;
  proposal: string;
  onClose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(() => otherName(proposal, namesOf(useLibrary.getState().audiences)) ?? proposal.slice(0, 120));
  const [as, setAs] = useState<'rule' | 'snapshot'>(rules ? 'rule' : 'snapshot');
  const other = useOtherName(name);
  const save = async () => {
    const id = freshId(
      name,
      (await call('audience.list', {})).map((a) => a.id),
      'audience',
    );
    if (as === 'rule') await call('audience.saveRegion', { ...region, id, name: name.trim() });
    else await call('population.save', { population: { kind: 'region', ...region }, audience: id, name: name.trim(), mode: 'create' });
    await refreshAudiences();
    await refreshWorkspace();
    onClose();
    go('audiences', id);
  };
  const kinds = [
    ...(rules ? [{ value: 'rule' as const, label: t.audiences.asRule }] : []),
    { value: 'snapshot' as const, label: t.audiences.asSnapshot },
  ];
  return (
    <Dialog
      title={t.audiences.saveRegion}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={name.trim() === '' || other !== undefined} onClick={() => attempt(save)} />
        </>
      }
    >
      <div className="column">
        <NameField name={name} other={other} onChange={setName} />
        <div className="field">
          <span className="field-label">{t.audiences.saveAs}</span>
          <Segmented label={t.audiences.saveAs} value={as} options={kinds} onChange={setAs} />
          {!rules && <span className="field-hint">{t.audiences.notRules}</span>}
        </div>
      </div>
    </Dialog>
  );
}
