import type { ImportPreview } from '../../../../core/model/data-report';
import { attempt } from '../../../state/failures';
import { nextPart, type Table, tablesOf, type Waiting } from '../../../state/imports';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { partOf, partsLeft } from './parts-left';
import type { Rest } from './use-rest';

interface Props {
  waiting: Waiting;
  preview: ImportPreview;
  /** Files that wait behind it. */
  others: readonly Waiting[];
  rest: Rest;
  onDone: () => void;
}

/** What may be done once a table of a file was loaded: with other parts of it, and with the files behind it. */
export function LoadedFoot({ waiting, preview, others, rest, onDone }: Props) {
  const t = useText();
  const f = useFormats();
  const partsHere = (tables: readonly Table[]) => tables.filter(({ file }) => file.turn === waiting.turn).map(({ part }) => part);
  const tables = (isLoaded: boolean) => rest.done.filter((one) => (one.outcome === 'loaded') === isLoaded).map((one) => one.table);
  const loaded = [...waiting.loaded, partOf(preview), ...partsHere(tables(true))];
  const ownLeft = partsLeft(preview, loaded, waiting.left).map((part) => ({ file: waiting, part }));
  const untried = rest.untried ?? [...ownLeft, ...tablesOf(others)];
  const left = partsHere([...untried, ...tables(false)]);
  const [next, ...later] = left;
  const more = others.length > 0;
  const told = [
    ...(next ? [t.import.partsLeft(f.number(left.length))] : []),
    ...(more ? [t.import.filesLeft(f.number(others.length))] : []),
  ].join(', ');
  return (
    <>
      {told !== '' && <span className="grow muted">{told}</span>}
      <Button label={more ? t.import.nextFile : t.import.finish} look={next ? 'plain' : 'primary'} onClick={onDone} />
      {untried.length > 0 && (
        <Button label={t.import.loadRest(f.number(untried.length))} look="plain" onClick={() => attempt(() => rest.load(untried))} />
      )}
      {next && (
        <Button label={t.import.nextPart(next.sheet ?? next.member ?? '')} look="primary" onClick={() => nextPart(next, loaded, later)} />
      )}
    </>
  );
}
