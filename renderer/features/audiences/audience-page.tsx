import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Tabs } from '../../ui/tabs';
import { DifferenceTab } from './difference-tab';
import { PopulationRows } from './population-rows';
import { ProfileTab } from './profile-tab';
import { Uses } from './remove-used';

/** One audience: who is in it, how it differs from others and from before, and what uses it. */
export function AudiencePage({ audience }: { audience: Audience }) {
  const t = useText();
  const f = useFormats();
  const [tab, setTab] = useState<'members' | 'profile' | 'difference' | 'uses'>('members');
  const { definition } = audience;
  const items = [
    { value: 'members' as const, label: t.audiences.members },
    { value: 'profile' as const, label: t.audiences.profile },
    { value: 'difference' as const, label: t.audiences.difference },
    { value: 'uses' as const, label: t.uses.title },
  ];
  return (
    <div className="place">
      <header className="place-head">
        <Button label={t.audiences.title} icon={ArrowLeft} iconOnly onClick={() => go('audiences')} />
        <h1>{audience.name}</h1>
        <span className="badge">{t.audiences.kinds[definition.kind]}</span>
        <span className="badge">{audience.dimension}</span>
        {definition.kind === 'snapshot' && (
          <span className="muted">
            {t.audiences.asOf} {f.moment(definition.asOf)}
          </span>
        )}
      </header>
      <Tabs label={audience.name} value={tab} items={items} onChange={setTab} className="audience-tabs">
        {tab === 'members' && <PopulationRows population={{ kind: 'audience', audience: audience.id }} />}
        {tab === 'profile' && <ProfileTab audience={audience} />}
        {tab === 'difference' && <DifferenceTab audience={audience} />}
        {tab === 'uses' && (
          <div className="place-body">
            <div className="page card card-body">
              <Uses of={{ kind: 'audience', id: audience.id }} />
            </div>
          </div>
        )}
      </Tabs>
    </div>
  );
}
