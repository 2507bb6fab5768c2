import { ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { EngineState, WorkspaceSummary } from '../../core/model/report';
import { freeWorktables, refreshEngine, useEngine } from '../state/engine';
import { attempt } from '../state/failures';
import { useJobs } from '../state/jobs';
import { useBusy } from '../state/use-busy';
import { useFormats, useText } from '../text/use-text';
import { Button } from '../ui/button';
import { Popover } from '../ui/popover';
import { Progress } from '../ui/progress';
import { limitBytes } from './memory-limit';

const shareOf = ({ worktableCells, worktableBudget }: EngineState) => Math.min(1, worktableCells / worktableBudget);

/** Which engine works here and how much it keeps; all of it when asked for. */
export function EngineFacts({ engine }: { engine: WorkspaceSummary['engine'] }) {
  const t = useText();
  const f = useFormats();
  const state = useEngine((held) => held.state);
  const [open, setOpen] = useState(false);
  const show = (next: boolean) => {
    setOpen(next);
    if (next) attempt(refreshEngine);
  };
  return (
    <Popover
      label={t.frame.engineFacts}
      open={open}
      onOpen={show}
      side="top"
      trigger={
        <button type="button" className="status-button">
          <span className="status-dot" aria-hidden />
          <span>
            {t.frame.engine[engine.kind]} {engine.version}
          </span>
          <span>{t.frame.database(f.bytes(state?.databaseBytes ?? engine.databaseBytes))}</span>
          {state && <span>{t.frame.kept(f.percent(shareOf(state)))}</span>}
          <ChevronUp aria-hidden />
        </button>
      }
    >
      {state && <Facts engine={engine} state={state} />}
    </Popover>
  );
}

function Facts({ engine, state }: { engine: WorkspaceSummary['engine']; state: EngineState }) {
  const t = useText();
  const f = useFormats();
  const working = useJobs(({ running }) => running.length > 0);
  const [busy, during] = useBusy();
  const words = t.frame.facts;
  const limit = limitBytes(state.memoryLimit);
  const lines = [
    [words.engine, `${t.frame.engine[engine.kind]} ${engine.version}`],
    [words.threads, f.number(state.threads)],
    [words.memory, words.memoryOf(f.bytes(state.memoryBytes), limit === undefined ? state.memoryLimit : f.bytes(limit))],
    [words.spilled, f.bytes(state.spilledBytes)],
    [words.data, f.bytes(state.databaseBytes)],
    [words.kept, words.keptOf(f.number(state.worktables), f.number(state.worktableRows))],
  ] as const;
  return (
    <div className="engine-facts">
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Progress label={words.budget(f.percent(shareOf(state)))} share={shareOf(state)} />
      <p className="field-hint">
        {words.budget(f.percent(shareOf(state)))} {words.keptText}
      </p>
      <Button
        label={words.free}
        look="plain"
        size="small"
        busy={busy}
        disabled={working || state.worktables === 0}
        onClick={() => attempt(() => during(freeWorktables))}
      />
    </div>
  );
}
