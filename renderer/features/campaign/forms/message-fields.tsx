import type { DirectMailMessage, EmailMessage } from '../../../../core/model/message';
import { useData } from '../../../state/data';
import { pathsFrom } from '../../../state/reach';
import { useSession } from '../../../state/session';
import { useText } from '../../../text/use-text';
import { Field, Input } from '../../../ui/field';
import { Select } from '../../../ui/select';
import { ShareField } from '../../../ui/share-field';
import { FieldProblems } from '../problems-here';
import { NamesField, OrderField } from './inputs';

type Common = Pick<
  EmailMessage & DirectMailMessage,
  'category' | 'purpose' | 'toProfile' | 'secondary' | 'addressFrom' | 'best' | 'control' | 'required'
>;

/** Who gets a message, on any channel. */
export function MessageFields({
  message,
  dimension,
  added,
  onChange,
}: {
  message: Common;
  dimension: string | undefined;
  added: readonly string[];
  onChange: (change: Partial<Common>, squash?: string) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const profile = useSession((state) => state.settings?.profile?.entity);
  const categories = (['marketing', 'transactional'] as const).map((value) => ({ value, label: t.forms.categories[value] }));
  const sources = (message.secondary ? (['profile', 'target', 'secondary'] as const) : (['profile', 'target'] as const)).map((value) => ({
    value,
    label: t.forms.addressSources[value],
  }));
  const toProfile = dimension ? pathsFrom(model, dimension, 3, true).filter((p) => p.entity === profile) : [];
  const related = dimension ? pathsFrom(model, dimension, 2, false).filter((p) => p.many) : [];
  const option = (p: { path: string[]; entity: string }) => ({ value: p.path.join('.'), label: p.path.join(' → '), hint: p.entity });
  return (
    <>
      <Field label={t.forms.category} hint={t.forms.categoryHints[message.category]}>
        {(id) => <Select id={id} value={message.category} options={categories} onChange={(category) => onChange({ category })} />}
      </Field>
      {message.category === 'marketing' && (
        <Field label={t.forms.purpose}>
          {(id) => (
            <Input id={id} value={message.purpose ?? ''} onChange={(purpose) => onChange({ purpose: purpose || undefined }, 'purpose')} />
          )}
        </Field>
      )}
      {dimension !== profile && (
        <Field label={t.forms.toProfile}>
          {(id) => (
            <Select
              id={id}
              value={message.toProfile?.join('.') || undefined}
              placeholder={t.common.choose}
              options={toProfile.map(option)}
              onChange={(next) => onChange({ toProfile: toProfile.find((p) => p.path.join('.') === next)?.path })}
            />
          )}
        </Field>
      )}
      <FieldProblems steps={['message', 'toProfile']} />
      <Field label={t.forms.secondary}>
        {(id) => (
          <Select
            id={id}
            value={message.secondary?.join('.') || '-'}
            options={[{ value: '-', label: t.forms.secondaryNone }, ...related.map(option)]}
            onChange={(next) =>
              onChange({
                secondary: related.find((p) => p.path.join('.') === next)?.path,
                ...(next === '-' && message.addressFrom === 'secondary' ? { addressFrom: 'profile' } : {}),
              })
            }
          />
        )}
      </Field>
      <FieldProblems steps={['message', 'secondary']} />
      <Field label={t.forms.addressFrom}>
        {(id) => (
          <Select
            id={id}
            value={message.addressFrom ?? 'profile'}
            options={sources}
            onChange={(addressFrom) => onChange({ addressFrom })}
          />
        )}
      </Field>
      <FieldProblems steps={['message', 'addressFrom']} />
      <OrderField
        label={t.forms.best}
        entity={dimension}
        added={added}
        order={message.best ?? []}
        onChange={(best) => onChange({ best: best.length > 0 ? best : undefined })}
      />
      <FieldProblems steps={['message', 'best']} />
      <ShareField
        label={t.forms.controlShare}
        share={message.control?.share}
        onChange={(share) => onChange({ control: share === undefined ? undefined : { share } }, 'control')}
      />
      <NamesField
        label={t.forms.required}
        hint={t.forms.requiredHint}
        value={message.required ?? []}
        onChange={(required) => onChange({ required: required.length > 0 ? required : undefined }, 'required')}
      />
      <FieldProblems steps={['message', 'required']} />
    </>
  );
}
