import { Check, ListChecks } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { call } from '../../../state/host';
import { usePersonal } from '../../../state/personal';
import { useAsked } from '../../../state/use-asked';
import { useSettled } from '../../../state/use-settled';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { cellText } from '../../../ui/cells';
import { Input } from '../../../ui/field';
import { Popover } from '../../../ui/popover';
import { Failure } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { useValuesInData, type ValuesInData } from './values-in-data';

const most = 50;

/** Picks a value from those the data have, with their rows; nothing where they cannot be looked up or are not to be seen. */
export function ValuePicker({ chosen, onPick, many }: { chosen: readonly string[]; onPick: (value: string) => void; many?: boolean }) {
  const t = useText();
  const values = useValuesInData();
  const { labels, shown } = usePersonal();
  const [open, setOpen] = useState(false);
  if (!values || (labels.has(values.field.attribute) && !shown)) return null;
  const pick = (value: string) => {
    onPick(value);
    if (!many) setOpen(false);
  };
  return (
    <Popover
      label={t.rules.pickValue}
      open={open}
      onOpen={setOpen}
      trigger={<Button label={t.rules.pickValue} icon={ListChecks} iconOnly />}
    >
      <Found values={values} chosen={chosen} onPick={pick} />
    </Popover>
  );
}

function Found({
  values: { population, field },
  chosen,
  onPick,
}: {
  values: ValuesInData;
  chosen: readonly string[];
  onPick: (value: string) => void;
}) {
  const t = useText();
  const f = useFormats();
  const [search, setSearch] = useState('');
  const wanted = useSettled(search.trim(), 250);
  const asked = JSON.stringify([population, field]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same values are often another object
  const ask = useMemo(
    () => (signal: AbortSignal) =>
      call('population.values', { population, field, ...(wanted ? { search: wanted } : {}), offset: 0, limit: most }, { signal }),
    [asked, wanted],
  );
  const { value, error } = useAsked(ask);
  const list = useRef<HTMLUListElement>(null);
  const largest = Math.max(1, ...(value?.values.map(({ rows }) => rows) ?? []));
  const more = value ? value.matching.values - value.values.length : 0;
  return (
    <>
      <Input
        label={t.campaign.dock.searchValues}
        placeholder={t.campaign.dock.searchValues}
        value={search}
        onChange={setSearch}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') focusNext(event, list.current?.querySelector('button'));
          const [first] = value?.values ?? [];
          if (event.key === 'Enter' && first && search.trim() === wanted) onPick(cellText(first.value) ?? '');
        }}
      />
      {error !== undefined && <Failure error={error} />}
      {!value && error === undefined && <Progress label={t.common.loading} />}
      {value && value.values.length === 0 && <p className="field-hint">{t.campaign.dock.noValues}</p>}
      <ul className="value-list" ref={list}>
        {value?.values.map(({ value: cell, rows }) => {
          const text = cellText(cell) ?? '';
          return (
            <li key={text}>
              <button
                type="button"
                className="menu-item value-share"
                style={{ '--share': `${(100 * rows) / largest}%` } as CSSProperties}
                aria-pressed={chosen.includes(text)}
                onClick={() => onPick(text)}
                onKeyDown={(event) => {
                  const { parentElement: item } = event.currentTarget;
                  if (event.key === 'ArrowDown') focusNext(event, item?.nextElementSibling?.querySelector('button'));
                  if (event.key === 'ArrowUp') focusNext(event, item?.previousElementSibling?.querySelector('button') ?? searchOf(event));
                }}
              >
                <Check aria-hidden style={{ visibility: chosen.includes(text) ? 'visible' : 'hidden' }} />
                <span className="truncate">{text}</span>
                <span className="keys number">{f.number(rows)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="field-hint">{t.rules.moreValues(f.number(more))}</p>}
    </>
  );
}

function focusNext(event: KeyboardEvent, next: HTMLElement | null | undefined): void {
  event.preventDefault();
  next?.focus();
}

const searchOf = ({ currentTarget }: KeyboardEvent) => currentTarget.closest('.popover')?.querySelector('input');
