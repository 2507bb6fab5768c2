import { type LoadMode, loadModes } from '../../../../core/model/recipe';
import type { ImportPreview } from '../../../../core/model/report';
import { useText } from '../../../text/use-text';
import { Field, Input } from '../../../ui/field';
import { Select } from '../../../ui/select';

interface Props {
  preview: ImportPreview;
  mode: LoadMode;
  existing: readonly string[];
  onMode: (mode: LoadMode) => void;
  onChange: (change: Partial<Pick<ImportPreview, 'entity' | 'key' | 'keyUnique'>>) => void;
}

/** Which entity the rows go into, what names a row, and what happens to the rows already there. */
export function TargetFields({ preview, mode, existing, onMode, onChange }: Props) {
  const t = useText();
  const names = preview.columns.filter((c) => !c.ignore).map((c) => c.attribute);
  const toggle = (name: string) =>
    onChange({ key: preview.key.includes(name) ? preview.key.filter((k) => k !== name) : [...preview.key, name], keyUnique: null });
  const known = existing.includes(preview.entity);
  const modes = loadModes.filter((value) => known || value === 'replace').map((value) => ({ value, label: t.import.modes[value] }));
  return (
    <section className="section">
      <h2>{t.import.target}</h2>
      <Field label={t.import.entity}>
        {(id) => (
          <>
            <Input id={id} list={`${id}-known`} value={preview.entity} maxLength={120} onChange={(entity) => onChange({ entity })} />
            <datalist id={`${id}-known`}>
              {existing.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={t.import.mode}>{(id) => <Select id={id} value={known ? mode : 'replace'} options={modes} onChange={onMode} />}</Field>
      <div className="field" role="group" aria-label={t.import.key}>
        <span className="field-label">{t.import.key}</span>
        <div className="key-choices">
          {names.map((name) => (
            <button
              key={name}
              type="button"
              className="button"
              data-look="plain"
              data-size="small"
              aria-pressed={preview.key.includes(name)}
              onClick={() => toggle(name)}
            >
              {name}
            </button>
          ))}
        </div>
        <span className="field-hint">{t.import.keyHint}</span>
        <span>
          <span className="badge" data-tone={preview.keyUnique === null ? undefined : preview.keyUnique ? 'success' : 'danger'}>
            {preview.keyUnique === null ? t.import.keyUnknown : preview.keyUnique ? t.import.keyUnique : t.import.keyNotUnique}
          </span>
        </span>
      </div>
    </section>
  );
}
