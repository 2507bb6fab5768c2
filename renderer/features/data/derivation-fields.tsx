import { type Derivation, type Entity, identityKinds } from '../../../core/model/entity';
import { useText } from '../../text/use-text';
import { Field, Input, TextArea } from '../../ui/field';
import { plainOptions, Select } from '../../ui/select';

interface Props {
  entity: Entity;
  name: string;
  derived: Derivation;
  onChange: (derived: Derivation) => void;
}

/** What an attribute is derived from: an expression, or another attribute made comparable. */
export function DerivationFields({ entity, name, derived, onChange }: Props) {
  const t = useText();
  const ways = [
    { value: 'sql' as const, label: t.data.expression },
    ...identityKinds.map((value) => ({ value, label: t.data.identityKinds[value] })),
  ];
  const before = entity.attributes.findIndex((a) => a.name === name);
  const others = (before < 0 ? entity.attributes : entity.attributes.slice(0, before)).map((a) => a.name);
  const of = 'of' in derived ? derived.of : (others[0] ?? '');
  return (
    <>
      <Field label={t.data.derivedBy}>
        {(id) => (
          <Select
            id={id}
            value={'sql' in derived ? 'sql' : derived.identity}
            options={ways}
            onChange={(way) => onChange(way === 'sql' ? { sql: '' } : { identity: way, of })}
          />
        )}
      </Field>
      {'sql' in derived ? (
        <Field label={t.data.expression} hint={t.data.expressionHint}>
          {(id) => <TextArea id={id} rows={4} mono value={derived.sql} onChange={(sql) => onChange({ sql })} />}
        </Field>
      ) : (
        <>
          <Field label={t.rules.attribute}>
            {(id) => (
              <Select id={id} value={derived.of} options={plainOptions(others)} onChange={(next) => onChange({ ...derived, of: next })} />
            )}
          </Field>
          {derived.identity === 'phone' && <CountryField derived={derived} onChange={onChange} />}
        </>
      )}
    </>
  );
}

function CountryField({ derived, onChange }: { derived: Extract<Derivation, { of: string }>; onChange: (derived: Derivation) => void }) {
  const t = useText();
  const set = (text: string) => {
    const { country: _before, ...rest } = derived;
    const country = text.toUpperCase().replaceAll(/[^A-Z]/g, '');
    onChange(country === '' ? rest : { ...rest, country });
  };
  return (
    <Field label={t.data.phoneCountry} hint={t.data.phoneCountryHint}>
      {(id) => <Input id={id} value={derived.country ?? ''} maxLength={2} onChange={set} />}
    </Field>
  );
}
