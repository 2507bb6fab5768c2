import { useText } from '../text/use-text';
import { Button } from './button';
import { Field, Input } from './field';
import { Notice } from './notice';

/** Asks for a name. `other` is proposed where it is taken. */
export function NameField({ name, other, onChange }: { name: string; other?: string | undefined; onChange: (name: string) => void }) {
  const t = useText();
  return (
    <>
      <Field label={t.common.name}>{(id) => <Input id={id} autoFocus maxLength={120} value={name} onChange={onChange} />}</Field>
      {other !== undefined && (
        <Notice
          tone="warning"
          className="name-taken"
          says={t.common.nameTaken(name.trim())}
          hint={<Button label={t.common.callIt(other)} look="plain" size="small" onClick={() => onChange(other)} />}
        />
      )}
    </>
  );
}
