import type { TriedReading } from '../../../../core/model/data-report';
import { type FileColumn, type LoadMode, loadModes } from '../../../../core/model/recipe';
import { useFormats, useText } from '../../../text/use-text';
import { Field, Input } from '../../../ui/field';
import { Select } from '../../../ui/select';

/** Where rows go. `key` names columns of the file. */
export interface Target {
  entity: string;
  mode: LoadMode;
  key: readonly string[];
}

interface Props {
  target: Target;
  columns: readonly FileColumn[];
  existing: readonly string[];
  /** What is known of the key now. */
  tried: TriedReading | undefined;
  onChange: (change: Partial<Target>) => void;
}

/** Which entity the rows go into, what names a row, and what happens to the rows already there. */
export function TargetFields({ target, columns, existing, tried, onChange }: Props) {
  const t = useText();
  const { entity, mode, key } = target;
  const toggle = (source: string) => onChange({ key: key.includes(source) ? key.filter((k) => k !== source) : [...key, source] });
  const known = existing.includes(entity);
  const modes = loadModes.filter((value) => known || value === 'replace').map((value) => ({ value, label: t.import.modes[value] }));
  return (
    <section className="section">
      <h2>{t.import.target}</h2>
      <Field label={t.import.entity}>
        {(id) => <Input id={id} suggestions={existing} value={entity} maxLength={120} onChange={(next) => onChange({ entity: next })} />}
      </Field>
      <Field label={t.import.mode}>
        {(id) => <Select id={id} value={known ? mode : 'replace'} options={modes} onChange={(next) => onChange({ mode: next })} />}
      </Field>
      <div className="field" role="group" aria-label={t.import.key}>
        <span className="field-label">{t.import.key}</span>
        <div className="key-choices">
          {columns
            .filter((c) => !c.ignore)
            .map(({ source, attribute }) => (
              <button
                key={source}
                type="button"
                className="button"
                data-look="plain"
                data-size="small"
                aria-pressed={key.includes(source)}
                onClick={() => toggle(source)}
              >
                {attribute}
              </button>
            ))}
        </div>
        <span className="field-hint">{t.import.keyHint}</span>
        <KeyFound chosen={key.length > 0} tried={tried} />
      </div>
    </section>
  );
}

/** Whether what was read has the key in every row, once. */
function KeyFound({ chosen, tried }: { chosen: boolean; tried: TriedReading | undefined }) {
  const t = useText();
  const f = useFormats();
  if (!chosen) return <Found tone="warning" says={t.import.keyAsked} />;
  if (!tried) return <Found tone={undefined} says={t.import.keyUnknown} />;
  const { empty, repeated } = tried.key;
  if (empty + repeated > 0) return <Found tone="danger" says={t.import.keyFaults(f.number(empty), f.number(repeated))} />;
  return <Found tone="success" says={tried.whole ? t.import.keyUnique : t.import.keyFirst(f.number(tried.rows))} />;
}

function Found({ tone, says }: { tone: 'success' | 'warning' | 'danger' | undefined; says: string }) {
  return (
    <span>
      <span className="badge key-found" data-tone={tone}>
        {says}
      </span>
    </span>
  );
}
