import { X } from 'lucide-react';
import { openDefinition } from '../state/audience-tab';
import { saveNow, useCampaign } from '../state/campaign';
import { saveDeskNow, useDesk } from '../state/desk';
import { attempt } from '../state/failures';
import { useJobs } from '../state/jobs';
import { useUnsavedRule } from '../state/rule-drafts';
import { go, useSession } from '../state/session';
import { useText } from '../text/use-text';
import { Button } from '../ui/button';
import { Progress } from '../ui/progress';
import { EngineFacts } from './engine-facts';
import { SaidQuietly } from './toasts';

export function StatusLine() {
  const workspace = useSession((state) => state.workspace);
  return (
    <footer className="status-line">
      {workspace && (
        <>
          <span className="truncate">{workspace.name}</span>
          <EngineFacts engine={workspace.engine} />
        </>
      )}
      <span className="push" />
      <SaidQuietly />
      <RunningJobs />
      {workspace && <Saved />}
    </footer>
  );
}

function RunningJobs() {
  const t = useText();
  const running = useJobs((state) => state.running);
  const [job] = running;
  if (!job) return null;
  return (
    <span className="status-job" role="status">
      {running.length > 1 && <span>{t.frame.running(running.length)}</span>}
      <span className="truncate" title={job.label}>
        {job.label}
      </span>
      <span className="status-bar">
        <Progress label={job.label} share={job.share} />
      </span>
      <button type="button" className="status-cancel" aria-label={t.frame.cancelJob(job.label)} onClick={job.cancel}>
        <X aria-hidden />
      </button>
    </span>
  );
}

/** Whether anything written in the window has still to reach the workspace. */
function Saved() {
  const t = useText();
  const campaign = useCampaign((state) => state.saved);
  const desk = useDesk();
  const drafted = useSession((state) => state.draft !== undefined);
  const rule = useUnsavedRule();
  const saved = campaign === 'saved' && desk.saved;
  if (campaign === 'failed' || desk.failed) {
    return (
      <span className="row" data-testid="saved" data-saved={false}>
        {t.frame.notSaved}
        <Button label={t.frame.saveAgain} size="small" onClick={() => attempt(() => Promise.all([saveNow(), saveDeskNow()]))} />
      </span>
    );
  }
  if (drafted)
    return (
      <button type="button" className="status-button" data-testid="saved" data-saved={false} onClick={() => go('settings')}>
        {t.frame.settingsNotSaved}
      </button>
    );
  if (rule !== undefined)
    return (
      <button type="button" className="status-button" data-testid="saved" data-saved={false} onClick={() => openDefinition(rule)}>
        {t.frame.ruleNotSaved}
      </button>
    );
  return (
    <span className="status-saved" data-testid="saved" data-saved={saved}>
      {saved ? t.frame.allSaved : t.frame.saving}
    </span>
  );
}
