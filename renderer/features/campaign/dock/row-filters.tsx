import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import type { DataType } from '../../../../core/model/entity';
import type { Field, FieldFilter, PopulationChoice } from '../../../../core/model/population';
import type { Test } from '../../../../core/model/rule';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Menu, MenuItem } from '../../../ui/menu';
import { Popover } from '../../../ui/popover';
import { firstTest } from '../rules/operators';
import { testWords } from '../rules/rule-words';
import { TestEditor } from '../rules/test-editor';
import { ValuesInDataOf } from '../rules/values-in-data';
import { useSpeaker } from '../speaker';

/** A column that can be asked something. */
export interface FilterableColumn {
  field: Field;
  type: DataType;
}

export const nameOf = ({ path = [], attribute }: Field): string => [...path, attribute].join('.');

const begin = ({ field, type }: FilterableColumn): FieldFilter => ({
  field,
  test: type === 'text' ? { op: 'contains', value: '' } : firstTest(type),
});

/** Whether there is something to ask already: nothing is looked for as long as nothing was written. */
export function isAsked({ test }: FieldFilter): boolean {
  if ('values' in test) return test.values.some((value) => value !== '');
  return !('value' in test) || test.value !== '';
}

/** What rows have to be to be shown: any test of any column, each to be opened and changed. */
export function RowFilters({
  population,
  columns,
  filters,
  onChange,
}: {
  population: PopulationChoice;
  columns: readonly FilterableColumn[];
  filters: readonly FieldFilter[];
  onChange: (filters: FieldFilter[]) => void;
}) {
  const t = useText();
  const [open, setOpen] = useState<number>();
  const add = (column: FilterableColumn) => {
    setOpen(filters.length);
    onChange([...filters, begin(column)]);
  };
  const set = (index: number, test: Test) => onChange(filters.map((f, i) => (i === index ? { ...f, test } : f)));
  return (
    <div className="row-filters" role="group" aria-label={t.campaign.dock.filters}>
      <Menu trigger={<Button label={t.campaign.dock.filter} icon={ListFilter} size="small" disabled={columns.length === 0} />}>
        {columns.map((column) => (
          <MenuItem key={nameOf(column.field)} label={nameOf(column.field)} keys={t.data.types[column.type]} onPick={() => add(column)} />
        ))}
      </Menu>
      {filters.map((filter, i) => (
        <Chip
          key={i}
          population={population}
          filter={filter}
          type={columns.find((c) => nameOf(c.field) === nameOf(filter.field))?.type ?? 'text'}
          open={open === i}
          onOpen={(on) => setOpen(on ? i : undefined)}
          onChange={(test) => set(i, test)}
          onRemove={() => onChange(filters.filter((_, j) => j !== i))}
        />
      ))}
      {filters.length > 1 && <Button label={t.campaign.dock.noFilters} size="small" onClick={() => onChange([])} />}
    </div>
  );
}

function Chip({
  population,
  filter,
  type,
  open,
  onOpen,
  onChange,
  onRemove,
}: {
  population: PopulationChoice;
  filter: FieldFilter;
  type: DataType;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (test: Test) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const words = `${nameOf(filter.field)} ${testWords(filter.test, useSpeaker())}`;
  return (
    <span className="row-filter">
      <Popover
        label={words}
        open={open}
        onOpen={onOpen}
        trigger={
          <button type="button" className="row-filter-words truncate">
            {words}
          </button>
        }
      >
        <strong>{nameOf(filter.field)}</strong>
        <ValuesInDataOf value={{ population, field: filter.field }}>
          <TestEditor test={filter.test} type={type} onChange={onChange} />
        </ValuesInDataOf>
      </Popover>
      <Button label={`${t.common.remove}: ${words}`} icon={X} iconOnly size="small" onClick={onRemove} />
    </span>
  );
}
