import { useState } from 'react';
import type { Endpoint } from '../../../core/model/endpoint';
import { attempt } from '../../state/failures';
import { freshId } from '../../state/fresh-id';
import { call } from '../../state/host';
import { refreshEndpoints } from '../../state/library';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/choice';
import { Dialog } from '../../ui/dialog';
import { Field, Input } from '../../ui/field';

export function EndpointDialog({
  endpoint,
  taken,
  onClose,
}: {
  endpoint: Endpoint | undefined;
  taken: readonly string[];
  onClose: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(endpoint?.name ?? '');
  const [url, setUrl] = useState(endpoint?.url ?? 'https://');
  const [allowPrivate, setAllowPrivate] = useState(endpoint?.allowPrivate ?? false);
  const [secret, setSecret] = useState('');
  const save = async () => {
    const id = endpoint?.id ?? freshId(name, taken, 'endpoint');
    await call('endpoint.save', {
      endpoint: { format: 1, id, name, url, secret: endpoint?.secret ?? `endpoint/${id}`, allowPrivate },
      ...(secret ? { secret } : {}),
    });
    await refreshEndpoints();
    onClose();
  };
  const ready = name.trim() !== '' && /^https?:\/\/./.test(url) && (endpoint !== undefined || secret !== '');
  return (
    <Dialog
      title={endpoint ? t.delivery.editEndpoint : t.delivery.addEndpoint}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={!ready} onClick={() => attempt(save)} />
        </>
      }
    >
      <div className="column">
        <Field label={t.common.name}>{(id) => <Input id={id} autoFocus maxLength={120} value={name} onChange={setName} />}</Field>
        <Field label={t.delivery.url}>{(id) => <Input id={id} type="url" value={url} onChange={setUrl} />}</Field>
        <Field label={t.delivery.secret} hint={t.delivery.secretHint}>
          {(id) => <Input id={id} type="password" autoComplete="off" value={secret} onChange={setSecret} />}
        </Field>
        <Switch label={t.delivery.allowPrivate} checked={allowPrivate} onChange={setAllowPrivate} />
      </div>
    </Dialog>
  );
}
