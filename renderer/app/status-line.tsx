import { X } from 'lucide-react';
import { useJobs } from '../state/jobs';
import { useSession } from '../state/session';
import { useFormats, useText } from '../text/use-text';
import { Progress } from '../ui/progress';

export function StatusLine() {
  const t = useText();
  const f = useFormats();
  const workspace = useSession((state) => state.workspace);
  const running = useJobs((state) => state.running);
  const job = running[0];
  return (
    <footer className="status-line">
      {workspace && (
        <>
          <span className="truncate">{workspace.name}</span>
          <span className="status-dot" aria-hidden />
          <span>
            {t.frame.engine[workspace.engine.kind]} {workspace.engine.version}
          </span>
          <span>{t.frame.memory(f.bytes(workspace.engine.memoryBytes))}</span>
          <span>{t.frame.database(f.bytes(workspace.engine.databaseBytes))}</span>
        </>
      )}
      <span className="push" />
      {job && (
        <span className="status-job" role="status">
          {running.length > 1 && <span>{t.frame.running(running.length)}</span>}
          <span className="truncate">{job.label}</span>
          <span className="status-bar">
            <Progress label={job.label} share={job.share} />
          </span>
          <button type="button" className="status-cancel" aria-label={t.frame.cancelJob(job.label)} onClick={job.cancel}>
            <X aria-hidden />
          </button>
        </span>
      )}
    </footer>
  );
}
