import { ArrowRight, FlaskConical, FolderOpen, FolderPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MusterContract } from '../../../core/rpc/contract';
import type { Output } from '../../../core/rpc/define';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { enterWorkspace, go, useSession } from '../../state/session';
import { offerTour } from '../../state/tour';
import { useBusy } from '../../state/use-busy';
import { useFormats, useText } from '../../text/use-text';
import { Progress } from '../../ui/progress';
import { FolderDialog } from './folder-dialog';
import './home.css';
import { Overview } from './overview';

type Recent = Output<MusterContract['app.recent']>[number];

export function HomePlace() {
  const t = useText();
  const f = useFormats();
  const { home, workspace } = useSession();
  const [recent, setRecent] = useState<Recent[]>([]);
  const [asking, setAsking] = useState<'new' | 'open'>();
  const [share, setShare] = useState<number>();
  const [busy, during] = useBusy();
  useEffect(() => {
    attempt(async () => setRecent(await call('app.recent', {})));
  }, [workspace]);

  const open = async (folder: string) => enterWorkspace(await call('workspace.open', { folder }));
  const sample = async () => {
    const folder = freeFolder(`${home}/${t.home.sampleName}`, recent);
    const report = (progress: { share: number }) => setShare(progress.share);
    const made = await runJob(t.home.creatingSample, (job) =>
      call(
        'workspace.create',
        { folder, name: t.home.sampleName, sample: { customers: 20_000 } },
        { signal: job.signal, onProgress: report },
      ),
    );
    await enterWorkspace(made);
    const first = (await call('campaign.list', {}))[0];
    go('campaigns', first?.id);
    offerTour();
  };

  return (
    <div className="place">
      <div className="place-body home">
        <div className="home-page">
          <h1 className="home-title">{t.home.title}</h1>
          <p className="home-lead">{t.home.lead}</p>
          {workspace && <Overview workspace={workspace} />}
          <div className="home-starts">
            <Start
              icon={FlaskConical}
              title={t.home.sample}
              text={t.home.sampleText}
              main={!workspace}
              disabled={busy}
              onPick={() => attempt(() => during(sample))}
            />
            <Start icon={FolderPlus} title={t.home.newWorkspace} text={t.home.newText} disabled={busy} onPick={() => setAsking('new')} />
            <Start icon={FolderOpen} title={t.home.openWorkspace} text={t.home.openText} disabled={busy} onPick={() => setAsking('open')} />
          </div>
          {busy && <Progress label={t.home.creatingSample} share={share} />}
          {recent.length > 0 && (
            <section className="section home-recent">
              <h2>{t.home.recent}</h2>
              <ul className="card">
                {recent.map((entry) => (
                  <li key={entry.folder}>
                    <button
                      type="button"
                      className="home-entry"
                      disabled={!entry.exists || busy}
                      onClick={() => attempt(() => open(entry.folder))}
                    >
                      <span className="grow">
                        <strong>{entry.name}</strong>
                        <span className="muted truncate home-folder">{entry.folder}</span>
                      </span>
                      <span className="muted">{entry.exists ? t.home.openedAt(f.moment(entry.openedAt)) : t.home.missing}</span>
                      <ArrowRight aria-hidden />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
      {asking && <FolderDialog kind={asking} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

/** The folder, or the first one after it that no workspace is known in. */
function freeFolder(folder: string, recent: readonly Recent[]): string {
  const taken = new Set(recent.map((entry) => entry.folder));
  let free = folder;
  for (let n = 2; taken.has(free); n++) free = `${folder} ${n}`;
  return free;
}

function Start({
  icon: Icon,
  title,
  text,
  main,
  disabled,
  onPick,
}: {
  icon: typeof FolderPlus;
  title: string;
  text: string;
  main?: boolean;
  disabled: boolean;
  onPick: () => void;
}) {
  return (
    <button type="button" className="home-start" data-main={main} disabled={disabled} onClick={onPick}>
      <Icon aria-hidden />
      <strong>{title}</strong>
      <span>{text}</span>
    </button>
  );
}
