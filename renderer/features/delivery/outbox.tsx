import { Send, Workflow } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DeliverySummary } from '../../../core/model/report';
import { type Command, useCommands } from '../../state/commands';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { runJob } from '../../state/jobs';
import { useLibrary } from '../../state/library';
import { refreshWorkspace, visit } from '../../state/session';
import { useBusy } from '../../state/use-busy';
import { useSteady } from '../../state/use-steady';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { ListTable } from '../../ui/list-table';
import { ProblemNotice } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';
import { Select } from '../../ui/select';

interface Step {
  done: number;
  all: number;
  state: DeliverySummary['state'];
  waiting: number | undefined;
}

type Tone = 'accent' | 'success' | 'warning' | 'danger' | undefined;
const tones: Record<DeliverySummary['state'], Tone> = {
  freezing: 'warning',
  frozen: 'accent',
  syncing: 'accent',
  waiting: 'warning',
  delivered: 'success',
  stopped: 'danger',
};

interface Props {
  deliveries: DeliverySummary[];
  /** Whether mail was written, which waits for nobody. */
  mailed: boolean;
  onChange: (deliveries: DeliverySummary[]) => void;
}

export function Outbox({ deliveries, mailed, onChange }: Props) {
  const t = useText();
  const endpoints = useLibrary((state) => state.endpoints) ?? [];
  const [picked, setPicked] = useState<string>();
  const [steps, setSteps] = useState<ReadonlyMap<string, Step>>(new Map());
  const [busy, during] = useBusy();
  const endpoint = endpoints.find((e) => e.id === picked) ?? endpoints[0];
  const open = deliveries.filter((d) => d.state !== 'delivered');
  const sync = useSteady(async () => {
    if (!endpoint) return;
    try {
      await during(() =>
        runJob(t.delivery.syncing, (job) =>
          call(
            'delivery.sync',
            { endpoint: endpoint.id },
            {
              signal: job.signal,
              onProgress: (p) => {
                job.report(p.chunks === 0 ? 0 : p.chunksDone / p.chunks);
                setSteps(
                  (was) => new Map([...was, [p.folder, { done: p.chunksDone, all: p.chunks, state: p.state, waiting: p.waitingSeconds }]]),
                );
              },
            },
          ),
        ),
      );
    } finally {
      setSteps(new Map());
      onChange(await call('delivery.list', {}));
      await refreshWorkspace();
    }
  });
  const ready = endpoint !== undefined && open.length > 0 && !busy;
  const commands = useMemo(
    (): Command[] => (ready ? [{ id: 'delivery/sync', label: t.delivery.syncAll, icon: Send, run: () => attempt(sync) }] : []),
    [t, ready, sync],
  );
  useCommands(t.delivery.outbox, commands);
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="grow">{t.delivery.outbox}</h2>
        {endpoints.length > 1 && (
          <Select
            label={t.delivery.pickEndpoint}
            bare
            value={endpoint?.id}
            options={endpoints.map((e) => ({ value: e.id, label: e.name }))}
            onChange={setPicked}
          />
        )}
        {open.length > 0 && !endpoint && <span className="muted">{t.delivery.needsEndpoint}</span>}
        {deliveries.length > 0 && (
          <Button label={t.delivery.syncAll} icon={Send} look="primary" busy={busy} disabled={!ready} onClick={() => attempt(sync)} />
        )}
      </div>
      {deliveries.length === 0 ? (
        <div className="card">
          <Empty
            icon={Send}
            title={mailed ? t.delivery.outboxMailed : t.delivery.outboxEmpty}
            text={mailed ? t.delivery.outboxMailedText : t.delivery.outboxEmptyText}
          >
            <Button label={t.delivery.toCampaigns} icon={Workflow} look="plain" onClick={() => visit('campaigns')} />
          </Empty>
        </div>
      ) : (
        <Table deliveries={deliveries} steps={steps} />
      )}
    </section>
  );
}

function Table({ deliveries, steps }: { deliveries: DeliverySummary[]; steps: ReadonlyMap<string, Step> }) {
  const t = useText();
  const f = useFormats();
  const campaigns = useLibrary((state) => state.campaigns) ?? [];
  const names = (delivery: DeliverySummary) => {
    const campaign = campaigns.find((c) => c.id === delivery.campaign);
    const activity = campaign?.flow.activities.find((a) => a.id === delivery.message);
    return {
      campaign: campaign?.name ?? delivery.campaign,
      message: activity ? (activity.label ?? t.campaign.activities[activity.type].name) : delivery.message,
    };
  };
  return (
    <ListTable
      label={t.delivery.outbox}
      heads={[t.delivery.message, t.delivery.channel, { number: t.delivery.recipients }, t.delivery.asOf, t.delivery.state]}
    >
      {deliveries.map((delivery) => {
        const { campaign, message } = names(delivery);
        const step = steps.get(delivery.folder);
        const state = step?.state ?? delivery.state;
        return (
          <tr key={delivery.folder}>
            <td>
              <strong>{message}</strong>
              <div className="field-hint" title={delivery.manifest}>
                {campaign}
              </div>
            </td>
            <td className="muted">{t.delivery.channels[delivery.channel] ?? delivery.channel}</td>
            <td className="number">{f.number(delivery.recipients)}</td>
            <td className="muted">
              <span className="nowrap">{delivery.asOf ? f.moment(delivery.asOf) : t.common.unknown}</span>
              {delivery.frozenAt && <div className="field-hint">{t.delivery.frozenAt(f.second(delivery.frozenAt))}</div>}
              {delivery.sendAt && <div className="field-hint">{t.rehearsal.sendAt(f.moment(delivery.sendAt))}</div>}
            </td>
            <td>
              <span className="badge" data-tone={tones[state]}>
                {t.delivery.states[state]}
              </span>
              {delivery.deliveredAt && <span className="field-hint"> {f.moment(delivery.deliveredAt)}</span>}
              {step && step.all > 0 && (
                <div className="field-hint">
                  {t.delivery.chunks(f.number(step.done), f.number(step.all))}
                  {step.waiting !== undefined && ` · ${t.delivery.waitingFor(f.number(step.waiting))}`}
                  <Progress label={t.delivery.syncing} share={step.done / step.all} />
                </div>
              )}
              {delivery.problem && <ProblemNotice problem={delivery.problem} />}
            </td>
          </tr>
        );
      })}
    </ListTable>
  );
}
