import type { ReactNode } from 'react';
import { isAppError } from '../../../core/base/errors';
import type { FileParts, ImportPreview } from '../../../core/model/data-report';
import type { ReadAs } from '../../../core/model/recipe';
import { useText } from '../../text/use-text';
import { Failure, ProblemNotice } from '../problem-notice';
import { Progress } from '../progress';
import { ColumnPicker } from './column-picker';
import { OtherwiseFields } from './otherwise-fields';
import './reading.css';
import { SourceFields } from './source-fields';

interface Props {
  reading: {
    preview: ImportPreview | undefined;
    how: ReadAs;
    error: unknown;
    busy: boolean;
    read: (how: ReadAs) => void;
    /** What can be chosen of it, once that is asked for or it could not be read. */
    parts: { value?: FileParts; error?: unknown };
    picking: boolean;
    setPicking: (picking: boolean) => void;
  };
  /** Why its beginning cannot be tried. */
  refusal: unknown;
  /** What is asked before how the file is read. */
  side?: ReactNode;
  /** Its columns and first rows. */
  children: ReactNode;
}

const hopelessCodes = ['import-other-format', 'import-file-empty'];

/** A file as it is read, with every guess changeable; where it cannot be read so, all that can be said of it instead. */
export function FileReading({ reading, refusal, side, children }: Props) {
  const t = useText();
  const { preview, how, error, read, busy, parts, picking, setPicking } = reading;
  const unread = !preview && error !== undefined;
  const tooWide = unread && isAppError(error) && error.code === 'import-too-wide';
  // Another part of an archive may be read; a file of its own has nothing else in it.
  const hopeless = isAppError(error) && hopelessCodes.includes(error.code) && !parts.value?.members?.length;
  const pick = (only: string[]) => {
    setPicking(false);
    read({ ...how, only });
  };
  const picker = parts.value ? (
    <ColumnPicker columns={parts.value.columns} only={how.only} onTake={pick} />
  ) : parts.error === undefined ? (
    <Progress label={t.import.reading} />
  ) : (
    <Failure error={parts.error} />
  );
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      {!preview && !unread && <Progress label={t.import.reading} />}
      {(preview || unread) && (
        <div className="reading" aria-busy={busy}>
          <aside className="reading-side">
            {preview && side}
            {preview ? (
              <SourceFields preview={preview} how={how} onChange={read} onPick={() => setPicking(!picking)} />
            ) : (
              !hopeless && <OtherwiseFields parts={parts.value} how={how} onChange={read} />
            )}
          </aside>
          <div className="reading-main">
            {(picking || tooWide) && picker}
            {preview?.problems.map((problem, i) => (
              <ProblemNotice key={i} problem={problem} />
            ))}
            {preview && refusal !== undefined && <Failure error={refusal} />}
            {preview && children}
          </div>
        </div>
      )}
    </>
  );
}
