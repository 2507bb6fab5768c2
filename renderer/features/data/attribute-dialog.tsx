import { useMemo, useState } from 'react';
import { type Attribute, type Derivation, type Entity, type PersonalLabel, personalLabels } from '../../../core/model/entity';
import { likelyLabel } from '../../../core/model/personal';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { useAsked } from '../../state/use-asked';
import { useSettled } from '../../state/use-settled';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { cellText } from '../../ui/cells';
import { Dialog } from '../../ui/dialog';
import { Field, Input } from '../../ui/field';
import { Failure } from '../../ui/problem-notice';
import { Select } from '../../ui/select';
import { DerivationFields } from './derivation-fields';

/** What an attribute means and whose it is; a new one is derived from the others. */
export function AttributeDialog({
  entity,
  attribute,
  onClose,
}: {
  entity: Entity;
  attribute?: Attribute | undefined;
  onClose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(attribute?.name ?? '');
  const [description, setDescription] = useState(attribute?.description ?? '');
  const [label, setLabel] = useState<PersonalLabel | 'none'>(attribute?.personal ?? 'none');
  const [derived, setDerived] = useState<Derivation>(attribute?.derived ?? { sql: '' });
  const derives = attribute === undefined || attribute.derived !== undefined;
  const tried = useDerivation(entity.name, name, derives ? derived : undefined);
  const likely = likelyLabel(name);
  const save = async () => {
    const personal = label === 'none' ? {} : { personal: label };
    const from = derives ? { derived } : {};
    await call('entity.saveAttribute', {
      entity: entity.name,
      attribute: { name, ...(description ? { description } : {}), ...personal, ...from },
    });
    await useData.getState().refresh();
    onClose();
  };
  const remove = async () => {
    await call('entity.removeAttribute', { entity: entity.name, attribute: name });
    await useData.getState().refresh();
    onClose();
  };
  const labels = [
    { value: 'none' as const, label: t.common.none },
    ...personalLabels.map((value) => ({
      value,
      label: t.data.personalLabels[value],
      ...(value === likely ? { hint: t.data.likely } : {}),
    })),
  ];
  const ready = name.trim() !== '' && (!derives || (tried.value !== undefined && tried.error === undefined));
  return (
    <Dialog
      title={attribute ? attribute.name : t.data.derive}
      size="middle"
      onClose={onClose}
      foot={
        <>
          {attribute?.derived && <Button label={t.common.remove} look="danger" onClick={() => attempt(remove)} />}
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={!ready} onClick={() => attempt(save)} />
        </>
      }
    >
      {!attribute && <Field label={t.common.name}>{(id) => <Input id={id} value={name} maxLength={120} onChange={setName} />}</Field>}
      {derives && <DerivationFields entity={entity} name={name} derived={derived} onChange={setDerived} />}
      {tried.error !== undefined && <Failure error={tried.error} />}
      {tried.value && (
        <p className="muted truncate" data-testid="derived">
          {t.data.types[tried.value.type]}:{' '}
          {(tried.value.sample.values.at(-1) ?? [])
            .slice(0, 6)
            .map((v) => cellText(v) ?? t.common.empty)
            .join(' · ')}
        </p>
      )}
      <Field label={t.data.description}>{(id) => <Input id={id} value={description} maxLength={500} onChange={setDescription} />}</Field>
      <Field label={t.data.personal} hint={t.data.personalHint}>
        {(id) => <Select id={id} value={label} options={labels} onChange={setLabel} />}
      </Field>
    </Dialog>
  );
}

/** Tries what is meant once nobody has changed it for a moment. */
function useDerivation(entity: string, name: string, derived: Derivation | undefined) {
  const meant = useSettled(JSON.stringify(derived ?? null), 400);
  const attribute = useSettled(name.trim(), 400);
  const ask = useMemo(() => {
    const read: Derivation | null = JSON.parse(meant);
    if (attribute === '' || read === null || ('sql' in read && read.sql.trim() === '')) return undefined;
    return (signal: AbortSignal) => call('entity.tryDerivation', { entity, attribute, derived: read }, { signal });
  }, [entity, attribute, meant]);
  return useAsked(ask);
}
