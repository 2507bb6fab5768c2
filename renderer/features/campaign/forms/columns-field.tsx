import { Plus, X } from 'lucide-react';
import { useData } from '../../../state/data';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Menu, MenuItem } from '../../../ui/menu';

/** Several columns, each once, in the order they were added. */
export function ColumnsField({
  label,
  hint,
  entity,
  added = [],
  value,
  least = 0,
  onChange,
}: {
  label: string;
  hint?: string;
  entity: string | undefined;
  added?: readonly string[];
  value: readonly string[];
  /** How many there have to be. */
  least?: number;
  onChange: (columns: string[]) => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const own = entityNamed(model, entity)?.attributes.map((a) => a.name) ?? [];
  const free = [...new Set([...added, ...own])].filter((name) => !value.includes(name));
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <ul className="chips">
        {value.map((name) => (
          <li className="chip" key={name}>
            <span className="truncate">{name}</span>
            {value.length > least && (
              <button type="button" aria-label={`${t.common.remove} ${name}`} onClick={() => onChange(value.filter((v) => v !== name))}>
                <X aria-hidden />
              </button>
            )}
          </li>
        ))}
        {free.length > 0 && (
          <li>
            <Menu
              trigger={
                <button type="button" className="chip chip-add" aria-label={`${label}: ${t.shape.addColumn}`}>
                  <Plus aria-hidden />
                  {t.common.add}
                </button>
              }
            >
              {free.map((name) => (
                <MenuItem key={name} label={name} onPick={() => onChange([...value, name])} />
              ))}
            </Menu>
          </li>
        )}
      </ul>
      {hint && <span className="field-hint">{hint}</span>}
    </div>
  );
}
