import { useEffect, useRef, useState } from 'react';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../button';
import { Input } from '../field';

/** Columns listed at a time; the others are found by a part of their name. */
const listed = 200;

interface Props {
  columns: readonly string[];
  only: readonly string[] | undefined;
  onTake: (only: string[]) => void;
}

/** Which columns of a wide file are taken. */
export function ColumnPicker({ columns, only = [], onTake }: Props) {
  const t = useText();
  const f = useFormats();
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set(only));
  const [seek, setSeek] = useState('');
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const found = columns.filter((name) => name.toLowerCase().includes(seek.trim().toLowerCase()));
  const shown = found.slice(0, listed);
  const turn = (names: readonly string[], on: boolean) => {
    const next = new Set(taken);
    for (const name of names) on ? next.add(name) : next.delete(name);
    setTaken(next);
  };
  const chosen = columns.filter((name) => taken.has(name));
  return (
    <section ref={section} className="section column-picker">
      <div className="section-head">
        <h2 className="grow">{t.import.chooseColumns}</h2>
        <span className="badge">{t.import.takenOf(f.number(chosen.length), f.number(columns.length))}</span>
      </div>
      <div className="row">
        <Input label={t.import.seekColumn} placeholder={t.import.seekColumn} type="search" value={seek} onChange={setSeek} />
        <Button label={t.import.takeFound(f.number(found.length))} size="small" onClick={() => turn(found, true)} />
        <Button label={t.import.takeNone} size="small" disabled={chosen.length === 0} onClick={() => setTaken(new Set())} />
      </div>
      <ul aria-label={t.import.chooseColumns} className="card">
        {shown.map((name) => (
          <li key={name}>
            <label className="row">
              <input type="checkbox" checked={taken.has(name)} onChange={(event) => turn([name], event.target.checked)} />
              <span className="truncate">{name}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > shown.length && <p className="field-hint">{t.import.moreColumns(f.number(found.length - shown.length))}</p>}
      <div>
        <Button label={t.import.readColumns} look="primary" disabled={chosen.length === 0} onClick={() => onTake(chosen)} />
      </div>
    </section>
  );
}
