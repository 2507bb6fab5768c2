import { Database, Send, Signpost, Workflow } from 'lucide-react';
import type { WorkspaceSummary } from '../../../core/model/report';
import { attempt } from '../../state/failures';
import { go, visit } from '../../state/session';
import { startTour } from '../../state/tour';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/problem-notice';

/** What the open workspace holds, and where to go on. */
export function Overview({ workspace }: { workspace: WorkspaceSummary }) {
  const t = useText();
  const f = useFormats();
  const isEmpty = workspace.entities === 0;
  const figures = [
    [workspace.entities, t.home.entities(workspace.entities)],
    [workspace.rows, t.home.rows(workspace.rows)],
    [workspace.campaigns, t.home.campaigns(workspace.campaigns)],
    [workspace.audiences, t.home.audiences(workspace.audiences)],
    [workspace.deliveries, t.home.deliveries(workspace.deliveries)],
  ] as const;
  return (
    <section className="card card-body home-overview" aria-label={t.home.overview}>
      <div className="row">
        <h2 className="grow">{workspace.name}</h2>
        <span className="muted truncate home-folder">{workspace.folder}</span>
      </div>
      <dl className="home-figures">
        {figures.map(([n, what]) => (
          <div key={what}>
            <dd>{f.number(n)}</dd>
            <dt>{what}</dt>
          </div>
        ))}
      </dl>
      {isEmpty && <p className="muted">{t.home.emptyText}</p>}
      {workspace.notices.map((notice, i) => (
        <ProblemNotice key={i} problem={notice} />
      ))}
      <div className="row wrap">
        <Button label={t.home.stepImport} icon={Database} look={isEmpty ? 'primary' : 'plain'} onClick={() => go('data')} />
        <Button label={t.home.stepCampaign} icon={Workflow} look={isEmpty ? 'plain' : 'primary'} onClick={() => visit('campaigns')} />
        <Button label={t.home.stepDeliver} icon={Send} look="plain" onClick={() => go('delivery')} />
        {workspace.campaigns > 0 && (
          <>
            <span className="push" />
            <Button label={t.tour.take} icon={Signpost} onClick={() => attempt(startTour)} />
          </>
        )}
      </div>
    </section>
  );
}
