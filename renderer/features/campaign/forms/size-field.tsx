import type { Size } from '../../../../core/model/activity';
import { useText } from '../../../text/use-text';
import { NumberInput } from '../../../ui/field';
import { Select } from '../../../ui/select';

/** How many rows: a number, or a share of them in percent. */
export function SizeField({ size, onChange }: { size: Size; onChange: (size: Size) => void }) {
  const t = useText();
  const kinds = (['percent', 'count'] as const).map((value) => ({ value, label: t.shape.sizes[value] }));
  const turn = (kind: Size['kind']) => onChange(kind === 'count' ? { kind, count: 1000 } : { kind, percent: 10 });
  return (
    <div className="field" role="group" aria-label={t.shape.size}>
      <span className="field-label">{t.shape.size}</span>
      <div className="pair">
        {size.kind === 'count' ? (
          <NumberInput label={t.shape.sizes.count} whole min={0} value={size.count} onChange={(count) => onChange({ ...size, count })} />
        ) : (
          <NumberInput
            label={t.shape.sizes.percent}
            min={0}
            max={100}
            step="any"
            value={size.percent}
            onChange={(percent) => onChange({ ...size, percent })}
          />
        )}
        <Select
          label={`${t.shape.size}: ${t.shape.sizes.count} / ${t.shape.sizes.percent}`}
          value={size.kind}
          options={kinds}
          onChange={turn}
        />
      </div>
    </div>
  );
}
