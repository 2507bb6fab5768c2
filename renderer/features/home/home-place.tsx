import { FlaskConical, FolderOpen, FolderPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecentWorkspace } from '../../../core/model/report';
import { attempt } from '../../state/failures';
import { ownName } from '../../state/fresh-id';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { leaving } from '../../state/leaving';
import { enterWorkspace, go, useSession } from '../../state/session';
import { offerTour } from '../../state/tour';
import { useBusy } from '../../state/use-busy';
import { useText } from '../../text/use-text';
import { Progress } from '../../ui/progress';
import { FolderDialog } from './folder-dialog';
import './home.css';
import { Overview } from './overview';
import { RecentList } from './recent-list';

export function HomePlace() {
  const t = useText();
  const { home, workspace } = useSession();
  const [recent, setRecent] = useState<RecentWorkspace[]>([]);
  const [asking, setAsking] = useState<'new' | 'open'>();
  const [share, setShare] = useState<number>();
  const [busy, during] = useBusy();
  const look = async () => setRecent(await call('app.recent', {}));
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was opened or left is in the list
  useEffect(() => attempt(look), [workspace]);

  const open = async (folder: string) => {
    try {
      await enterWorkspace(await leaving((how) => call('workspace.open', { folder, ...how })));
    } finally {
      await look();
    }
  };
  const forget = async (folder: string) => {
    await call('app.forgetRecent', { folder });
    await look();
  };
  const sample = async () => {
    const folder = freeFolder(`${home}/${t.home.sampleName}`, recent);
    const report = (progress: { share: number }) => setShare(progress.share);
    const asked = { folder, name: t.home.sampleName, sample: { customers: 20_000 } };
    const made = await leaving((how) =>
      runJob(t.home.creatingSample, (job) => call('workspace.create', { ...asked, ...how }, { signal: job.signal, onProgress: report })),
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
              <RecentList
                recent={recent}
                disabled={busy}
                onOpen={(folder) => attempt(() => during(() => open(folder)))}
                onForget={(folder) => attempt(() => forget(folder))}
              />
            </section>
          )}
        </div>
      </div>
      {asking && <FolderDialog kind={asking} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

/** The folder, or the first one after it that no workspace is known in. */
function freeFolder(folder: string, recent: readonly RecentWorkspace[]): string {
  const taken = recent.map((entry) => entry.folder);
  return ownName(folder, taken);
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
