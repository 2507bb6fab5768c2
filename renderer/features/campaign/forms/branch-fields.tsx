import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Input } from '../../../ui/field';
import { At, ProblemsHere } from '../problems-here';

interface Named {
  id: string;
  label?: string | undefined;
}

/** Parts of a population that leave by an output of their own: named, in an order that matters. */
export function BranchFields<B extends Named>({
  label,
  step,
  branches,
  least,
  nameLabel,
  nameOf,
  addLabel,
  onAdd,
  onChange,
  children,
}: {
  label: string;
  /** Where they stand in the activity. */
  step: string;
  branches: readonly B[];
  least: number;
  nameLabel: string;
  nameOf: (n: number) => string;
  addLabel: string;
  onAdd: () => B;
  onChange: (branches: B[], squash?: string) => void;
  children?: (branch: B, change: (next: B) => void) => ReactNode;
}) {
  const t = useText();
  const move = (i: number, by: number) => {
    const next = [...branches];
    const [taken] = next.splice(i, 1);
    if (taken) next.splice(i + by, 0, taken);
    onChange(next);
  };
  return (
    <div className="column" role="group" aria-label={label}>
      {branches.map((branch, i) => {
        const set = (next: B, squash: string) =>
          onChange(
            branches.map((was, j) => (j === i ? next : was)),
            `${squash}/${branch.id}`,
          );
        return (
          <div className={children ? 'rule-part' : undefined} key={branch.id} role="group" aria-label={branch.label || nameOf(i + 1)}>
            <div className="row tools">
              <Input
                label={nameLabel}
                placeholder={nameOf(i + 1)}
                value={branch.label ?? ''}
                maxLength={200}
                onChange={(name) => set({ ...branch, label: name || undefined }, 'label')}
              />
              <Button label={t.forms.moveUp} icon={ArrowUp} iconOnly size="small" disabled={i === 0} onClick={() => move(i, -1)} />
              <Button
                label={t.forms.moveDown}
                icon={ArrowDown}
                iconOnly
                size="small"
                disabled={i === branches.length - 1}
                onClick={() => move(i, 1)}
              />
              <Button
                label={t.common.remove}
                icon={Trash2}
                iconOnly
                size="small"
                disabled={branches.length <= least}
                onClick={() => onChange(branches.filter((_, j) => j !== i))}
              />
            </div>
            <At steps={[step, i]}>
              {children?.(branch, (next) => set(next, 'branch'))}
              <ProblemsHere />
            </At>
          </div>
        );
      })}
      <AddButton label={addLabel} onClick={() => onChange([...branches, onAdd()])} />
    </div>
  );
}
