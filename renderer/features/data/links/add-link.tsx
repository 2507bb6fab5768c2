import { useState } from 'react';
import type { Link } from '../../../../core/model/entity';
import { useData } from '../../../state/data';
import { attempt } from '../../../state/failures';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { plainOptions, Select } from '../../../ui/select';

interface Props {
  /** The entities to begin with. */
  ends?: { from: string; to: string } | undefined;
  onClose: () => void;
  onSave: (link: Link) => Promise<void>;
}

export function AddLink({ ends, onClose, onSave }: Props) {
  const t = useText();
  const model = useData((state) => state.model);
  const first = model.entities[0];
  const [from, setFrom] = useState(ends?.from ?? first?.name ?? '');
  const [to, setTo] = useState(ends?.to ?? model.entities[1]?.name ?? first?.name ?? '');
  const target = entityNamed(model, to);
  const [pairs, setPairs] = useState<Record<string, string>>({});
  const [cardinality, setCardinality] = useState<Link['cardinality']>('N-1');
  const [name, setName] = useState('');
  const [reverse, setReverse] = useState('');
  const on = target?.key.map((key) => ({ from: pairs[key] ?? '', to: key })) ?? [];
  const ready = on.length > 0 && on.every((pair) => pair.from !== '');
  const save = async () => {
    await onSave({ name: name || to, reverse: reverse || from, from, to, on, cardinality });
    onClose();
  };
  const entities = plainOptions(model.entities.map((e) => e.name));
  const attributes = plainOptions(entityNamed(model, from)?.attributes.map((a) => a.name) ?? []);
  return (
    <Dialog
      title={t.data.addLink}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.add} look="primary" disabled={!ready} onClick={() => attempt(save)} />
        </>
      }
    >
      <div className="column">
        <div className="row top">
          <Field label={t.data.from}>{(id) => <Select id={id} value={from} options={entities} onChange={setFrom} />}</Field>
          <Field label={t.data.to}>{(id) => <Select id={id} value={to} options={entities} onChange={setTo} />}</Field>
        </div>
        {target?.key.map((key) => (
          <Field key={key} label={`${t.data.onColumns}: ${to}.${key}`}>
            {(id) => (
              <Select
                id={id}
                value={pairs[key]}
                placeholder={t.common.choose}
                options={attributes}
                onChange={(attribute) => setPairs({ ...pairs, [key]: attribute })}
              />
            )}
          </Field>
        ))}
        <Field label={t.data.cardinality}>
          {(id) => <Select id={id} value={cardinality} options={plainOptions(['N-1', '1-1'] as const)} onChange={setCardinality} />}
        </Field>
        <div className="row top">
          <Field label={t.data.forward}>{(id) => <Input id={id} value={name} placeholder={to} onChange={setName} />}</Field>
          <Field label={t.data.reverse}>{(id) => <Input id={id} value={reverse} placeholder={from} onChange={setReverse} />}</Field>
        </div>
      </div>
    </Dialog>
  );
}
