import { ArrowLeft, Check, CircleDashed, FileOutput, ListTree, LoaderCircle, Network, Play, Plus, Redo2, Undo2 } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { redoLabel, undoLabel } from '../../../core/history/history';
import type { Campaign } from '../../../core/model/campaign';
import type { Rehearsal } from '../../../core/model/report';
import type { Given } from '../../../core/model/variable';
import { chooseFolder, hasDialogs } from '../../rpc/shell';
import { redo, undo, useCampaign } from '../../state/campaign';
import { type Command, useCommands } from '../../state/commands';
import { allCounted, useCounts } from '../../state/counts';
import { attempt } from '../../state/failures';
import { go } from '../../state/session';
import { useSteady } from '../../state/use-steady';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { add, tidyAll } from './canvas/actions';
import { AddMenu } from './canvas/add-menu';
import { ExportDialog } from './rehearsal/export-dialog';
import { RehearsalDialog } from './rehearsal/rehearsal-dialog';
import { RunDialog } from './rehearsal/run-dialog';

type Open =
  | { kind: 'rehearsal' }
  | { kind: 'run'; rehearsal: Rehearsal; variables: Given }
  | { kind: 'export'; folder: string | undefined };

export const EditorBar = memo(function EditorBar({
  campaign,
  outlined,
  onOutline,
}: {
  campaign: Campaign;
  outlined: boolean;
  onOutline: () => void;
}) {
  const t = useText();
  const [open, setOpen] = useState<Open>();
  const back = useCampaign(({ history }) => history && undoLabel(history));
  const forth = useCampaign(({ history }) => history && redoLabel(history));
  const mails = campaign.flow.activities.some((a) => a.type === 'direct-mail');
  const close = () => setOpen(undefined);
  const exportMail = useSteady(async () => {
    const folder = hasDialogs() ? await chooseFolder() : undefined;
    if (!hasDialogs() || folder !== undefined) setOpen({ kind: 'export', folder });
  });
  const empty = campaign.flow.activities.length === 0;
  const commands = useMemo(
    (): Command[] => [
      ...(empty ? [] : [{ id: 'campaign/rehearse', label: t.campaign.rehearse, icon: Play, run: () => setOpen({ kind: 'rehearsal' }) }]),
      ...(mails ? [{ id: 'campaign/export', label: t.campaign.export, icon: FileOutput, run: () => attempt(exportMail) }] : []),
    ],
    [t, empty, mails, exportMail],
  );
  useCommands(t.frame.kinds.campaign ?? t.campaign.title, commands);
  return (
    <header className="place-head">
      <Button label={t.campaign.title} icon={ArrowLeft} iconOnly onClick={() => go('campaigns')} />
      <h1 className="truncate campaign-name">{campaign.name}</h1>
      <Counting campaign={campaign} />
      <span className="push" />
      <Button
        label={back ? t.campaign.undoOf(back) : t.campaign.undo}
        icon={Undo2}
        iconOnly
        keys="Ctrl+Z"
        disabled={!back}
        onClick={undo}
      />
      <Button
        label={forth ? t.campaign.redoOf(forth) : t.campaign.redo}
        icon={Redo2}
        iconOnly
        keys="Ctrl+Shift+Z"
        disabled={!forth}
        onClick={redo}
      />
      <Button label={t.campaign.asOutline} icon={ListTree} iconOnly aria-pressed={outlined} onClick={onOutline} />
      <Button label={t.campaign.tidy} icon={Network} iconOnly onClick={() => tidyAll(t)} />
      <AddMenu onPick={(type) => add(type, t)} trigger={<Button label={t.campaign.addActivity} icon={Plus} look="plain" />} />
      {mails && <Button label={t.campaign.export} icon={FileOutput} look="plain" onClick={() => attempt(exportMail)} />}
      <Button
        label={t.campaign.rehearse}
        icon={Play}
        look="primary"
        data-tour="rehearse"
        disabled={empty}
        onClick={() => setOpen({ kind: 'rehearsal' })}
      />
      {open?.kind === 'rehearsal' && (
        <RehearsalDialog
          campaign={campaign}
          onClose={close}
          onConfirm={(rehearsal, variables) => setOpen({ kind: 'run', rehearsal, variables })}
        />
      )}
      {open?.kind === 'run' && <RunDialog campaign={campaign} rehearsal={open.rehearsal} variables={open.variables} onClose={close} />}
      {open?.kind === 'export' && <ExportDialog campaign={campaign} folder={open.folder} onClose={close} />}
    </header>
  );
});

/** Whether what the canvas shows is complete, and whether it is saved. */
function Counting({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const f = useFormats();
  const { counting, rows, asOf } = useCounts();
  const saved = useCampaign((state) => state.saved);
  const all = allCounted(campaign, rows);
  const Icon = counting ? LoaderCircle : all ? Check : CircleDashed;
  const says = counting ? t.campaign.counting : all ? t.campaign.countedShort : t.campaign.countsUnknown;
  return (
    <span
      className="counting"
      role="status"
      title={asOf ? t.campaign.counted(f.moment(asOf)) : undefined}
      data-testid="counting"
      data-counting={counting}
    >
      <Icon className={counting ? 'spin' : ''} aria-hidden />
      {says} · {t.campaign[saved]}
    </span>
  );
}
