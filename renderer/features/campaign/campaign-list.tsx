import { Database, Plus, Trash2, Workflow } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Campaign } from '../../../core/model/campaign';
import { type Command, useCommands } from '../../state/commands';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { ownName } from '../../state/fresh-id';
import { call } from '../../state/host';
import { refreshCampaigns, useLibrary } from '../../state/library';
import { go, refreshWorkspace } from '../../state/session';
import { sayDone } from '../../state/undo-places';
import { useAsked } from '../../state/use-asked';
import { useSteady } from '../../state/use-steady';
import { useUsers } from '../../state/uses';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { RemoveDialog } from '../../ui/remove-dialog';
import { useListSearch } from '../../ui/use-list-search';
import { kinds } from './kinds';

const none: Campaign[] = [];
const askRan = () => call('campaign.ran', {});

export function CampaignList() {
  const t = useText();
  const f = useFormats();
  const campaigns = useLibrary((state) => state.campaigns);
  const hasData = useData((state) => state.model.entities.length > 0);
  const [removing, setRemoving] = useState<Campaign>();
  const { shown, field } = useListSearch(campaigns ?? none, t.campaign.search);
  const { value: ran } = useAsked(askRan);
  const lastRun = new Map(ran?.map(({ campaign, last }) => [campaign, f.moment(last)]));
  const create = useSteady(async () => {
    const { id } = await call('campaign.unusedId', { like: 'campaign' });
    const taken = (campaigns ?? []).map((campaign) => campaign.name);
    const name = ownName(t.campaign.untitled, taken);
    await call('campaign.save', {
      campaign: { format: 1, id, name, seed: id, flow: { activities: [], transitions: [] }, layout: {} },
    });
    await refreshCampaigns();
    await refreshWorkspace();
    go('campaigns', id);
  });
  const commands = useMemo(
    (): Command[] => [{ id: 'campaigns/new', label: t.campaign.newCampaign, icon: Plus, run: () => attempt(create) }],
    [t, create],
  );
  useCommands(t.campaign.title, commands);
  const remove = async (id: string) => {
    setRemoving(undefined);
    await call('campaign.remove', { id, force: true });
    await refreshCampaigns();
    await refreshWorkspace();
    await sayDone('campaigns');
  };
  const button = <Button label={t.campaign.newCampaign} icon={Plus} look="primary" onClick={() => attempt(create)} />;
  return (
    <div className="place">
      <header className="place-head">
        <h1 className="grow">{t.campaign.title}</h1>
        {field}
        {campaigns && campaigns.length > 0 && button}
      </header>
      <div className="place-body">
        {campaigns?.length === 0 && (
          <Empty icon={Workflow} title={t.campaign.emptyTitle} text={hasData ? t.campaign.emptyText : t.campaign.emptyNoData}>
            {hasData ? button : <Button label={t.data.goTo} icon={Database} look="primary" onClick={() => go('data')} />}
            {!hasData && <Button label={t.campaign.newCampaign} icon={Plus} look="plain" onClick={() => attempt(create)} />}
          </Empty>
        )}
        {campaigns && campaigns.length > 0 && (
          <ul className="page campaign-cards">
            {shown.map((campaign) => (
              <li key={campaign.id} className="card campaign-card">
                <button type="button" className="campaign-open" data-item={campaign.id} onClick={() => go('campaigns', campaign.id)}>
                  <span className="grow column tight">
                    <h2>{campaign.name}</h2>
                    {campaign.description && <span className="muted">{campaign.description}</span>}
                  </span>
                  {lastRun.has(campaign.id) && <span className="muted">{t.campaign.ran(lastRun.get(campaign.id) ?? '')}</span>}
                  <span className="row">
                    {[...new Set(campaign.flow.activities.map((a) => a.type))].map((type) => {
                      const { icon: Icon, family } = kinds[type];
                      return (
                        <span key={type} data-family={family}>
                          <span className="node-icon small">
                            <Icon aria-label={t.campaign.activities[type].name} />
                          </span>
                        </span>
                      );
                    })}
                  </span>
                  <span className="muted number">{t.campaign.activityCount(f.number(campaign.flow.activities.length))}</span>
                </button>
                <Button label={t.campaign.removeCampaign} icon={Trash2} iconOnly onClick={() => setRemoving(campaign)} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {removing && (
        <RemoveCampaign campaign={removing} onClose={() => setRemoving(undefined)} onConfirm={() => attempt(() => remove(removing.id))} />
      )}
    </div>
  );
}

function RemoveCampaign({ campaign, onConfirm, onClose }: { campaign: Campaign; onConfirm: () => void; onClose: () => void }) {
  const t = useText();
  const users = useUsers({ kind: 'campaign', id: campaign.id });
  return <RemoveDialog name={campaign.name} text={t.campaign.removeText} {...users} onConfirm={onConfirm} onClose={onClose} />;
}
