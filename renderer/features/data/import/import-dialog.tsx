import { useState } from 'react';
import { fileName } from '../../../../core/model/recipe';
import { useData } from '../../../state/data';
import { attempt } from '../../../state/failures';
import { asId } from '../../../state/fresh-id';
import { leaveImports, useImports, type Waiting } from '../../../state/imports';
import { usePersonal } from '../../../state/personal';
import { useReading, useTried } from '../../../state/use-reading';
import type { Formats } from '../../../text/formats';
import { useFormats, useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Progress } from '../../../ui/progress';
import { ColumnsTable } from '../../../ui/reading/columns-table';
import { FileReading } from '../../../ui/reading/file-reading';
import { SampleTable } from '../../../ui/reading/sample-table';
import './import.css';
import { type ChosenLabels, labellings, labelOf, labelsInSample } from './column-labels';
import { LoadedFoot } from './loaded-foot';
import { maskedRefusals } from './masked-refusals';
import { RestSummary } from './rest-summary';
import { Summary } from './summary';
import { type Target, TargetFields } from './target-fields';
import { useLoad } from './use-load';
import { useRest } from './use-rest';

/** Names of files that fit below a title. */
const few = 3;

/** Preview, every guess changeable; then the load with progress; then what it did. */
export function ImportDialog({ waiting, onDone }: { waiting: Waiting; onDone: () => void }) {
  const { path } = waiting;
  const t = useText();
  const f = useFormats();
  const model = useData((state) => state.model);
  const { entities } = model;
  const personal = usePersonal();
  const others = useImports((state) => state.waiting).slice(1);
  const more = others.length > 0;
  const reading = useReading(path, { how: waiting.part, columns: [] });
  const { preview, source, columns } = reading;
  const [own, setOwn] = useState<Partial<Target>>({});
  const proposed = preview?.key.map((k) => preview.columns.find((c) => c.attribute === k)?.source ?? k) ?? [];
  const target: Target = { entity: preview?.entity ?? '', mode: 'replace', key: proposed, ...own };
  const isThere = entities.some((e) => e.name === target.entity);
  const key = target.key.flatMap((source) => columns.find((c) => c.source === source && !c.ignore)?.attribute ?? []);
  const { tried, fresh, error: refusal } = useTried(reading, key);
  const [chosen, setChosen] = useState<ChosenLabels>(new Map());
  const known = { entity: target.entity, model, proposed: preview?.labels ?? [], chosen };
  const labels = labelsInSample(target.entity, columns, model);
  const told = fresh && tried ? (personal.shown ? tried : maskedRefusals(tried, labels)) : undefined;
  const { load, running, summary, cancel } = useLoad();

  const run = async (dryRun: boolean) => {
    if (!source) return;
    const { entity } = target;
    const mode = isThere ? target.mode : 'replace';
    const recipe = { format: 2, kind: 'file', id: asId(entity, 'recipe'), entity, source, columns, key, mode } as const;
    await load({ recipe, labels: labellings(columns, known), dryRun });
  };
  const ready = preview !== undefined && !reading.busy && key.length > 0 && target.entity.trim() !== '';
  const sofar = ({ rows, bytes }: { rows: number; bytes: number }) =>
    t.import.sofar(rows > 0 ? f.number(rows) : '', bytes > 0 ? f.bytes(bytes) : '');
  const finished = summary?.committed === true;
  const rest = useRest();
  const close = () => (rest.share !== undefined ? rest.cancel() : running ? cancel() : onDone());
  const foot =
    rest.share !== undefined ? (
      <>
        <Progressing label={t.import.loadingRest} share={rest.share} />
        <Button label={t.common.cancel} onClick={close} />
      </>
    ) : finished && preview ? (
      <LoadedFoot waiting={waiting} preview={preview} others={others} rest={rest} onDone={onDone} />
    ) : (
      <>
        {running && <Progressing label={[running.stage, sofar(running)].filter((part) => part !== '').join(': ')} share={running.share} />}
        {more && !running && <Button label={t.import.leaveAll(f.number(others.length + 1))} onClick={leaveImports} />}
        <Button label={more && !running ? t.import.leaveOne : t.common.cancel} onClick={close} />
        <Button label={t.import.check} look="plain" disabled={!ready || running !== undefined} onClick={() => attempt(() => run(true))} />
        <Button
          label={t.import.run}
          look="primary"
          busy={running !== undefined}
          disabled={!ready}
          onClick={() => attempt(() => run(false))}
        />
      </>
    );

  return (
    <Dialog
      title={t.import.title(fileName(path))}
      description={more ? t.import.then(...namedFew(others, f)) : undefined}
      size="wide"
      onClose={close}
      foot={foot}
    >
      {summary && <Summary summary={summary} />}
      {rest.done.length > 0 && <RestSummary done={rest.done} file={waiting} />}
      {!finished && (
        <FileReading
          reading={reading}
          refusal={refusal}
          side={
            <TargetFields
              target={target}
              columns={columns}
              existing={entities.map((e) => e.name)}
              tried={told}
              onChange={(change) => setOwn({ ...own, ...change })}
            />
          }
        >
          <ColumnsTable
            columns={columns}
            onChange={reading.setColumns}
            tried={told}
            personal={{
              labelOf: (column) => labelOf(column, known),
              onChange: ({ source }, label) => setChosen(new Map(chosen).set(source, label ?? null)),
            }}
          />
          {preview && <SampleTable page={preview.sample} tried={tried} fresh={fresh} personal={{ ...personal, labels }} />}
        </FileReading>
      )}
    </Dialog>
  );
}

/** The next few by name, and how many there are beyond. */
function namedFew(files: readonly Waiting[], f: Formats): [names: string, beyond: string] {
  return [
    files
      .slice(0, few)
      .map(({ path }) => fileName(path))
      .join(', '),
    f.number(Math.max(0, files.length - few)),
  ];
}

function Progressing({ label, share }: { label: string; share: number }) {
  return (
    <span className="grow import-progress">
      <span className="muted">{label}</span>
      <Progress label={label} share={share} />
    </span>
  );
}
