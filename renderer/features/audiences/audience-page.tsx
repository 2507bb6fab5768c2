import { ArrowLeft, CircleHelp, Pencil, Trash2 } from 'lucide-react';
import { type ComponentType, useMemo, useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { showAudienceTab, useAudienceTab } from '../../state/audience-tab';
import { type Command, useCommands } from '../../state/commands';
import { useData } from '../../state/data';
import { entityNamed } from '../../state/reach';
import { useRuleDraft } from '../../state/rule-drafts';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { cellText } from '../../ui/cells';
import type { RowAct } from '../../ui/grid-row';
import { Tabs } from '../../ui/tabs';
import type { RuleParts } from './audience-rule';
import { DefinitionTab } from './definition-tab';
import { DifferenceTab } from './difference-tab';
import { MemberCount } from './member-count';
import { PopulationRows } from './population-rows';
import { ProfileTab } from './profile-tab';
import { RemoveAudience } from './remove-audience';
import { Uses } from './remove-used';
import { RenameDialog } from './rename-dialog';
import { failureOf, useCounts } from './use-counts';

/** What campaigns have and audiences show too. */
export interface AudienceParts extends RuleParts {
  why: ComponentType<{ audience: Audience; asked: readonly string[]; onClose: () => void }>;
}

/** One audience: who is in it, how it differs from others and from before, and what uses it. */
export function AudiencePage({ audience, parts: { why: Why, ...parts } }: { audience: Audience; parts: AudienceParts }) {
  const t = useText();
  const f = useFormats();
  const tab = useAudienceTab(audience.id);
  const drafted = useRuleDraft(audience) !== undefined;
  const [asked, ask] = useState<readonly string[]>();
  const [asking, setAsking] = useState<'rename' | 'remove'>();
  const counts = useCounts(useMemo(() => [audience], [audience]));
  const failed = failureOf(counts.get(audience.id));
  const key = useData((state) => entityNamed(state.model, audience.dimension)?.key);
  const why = useMemo<RowAct | undefined>(
    () => key && { label: t.why.ask, on: (row) => ask(key.map((name) => cellText(row(name) ?? null) ?? '')) },
    [key, t],
  );
  const commands = useMemo(
    (): Command[] => (key ? [{ id: 'audience/why', label: t.audiences.ask, icon: CircleHelp, run: () => ask([]) }] : []),
    [t, key],
  );
  useCommands(audience.name, commands);
  const { definition } = audience;
  const items = [
    { value: 'members' as const, label: t.audiences.members },
    {
      value: 'definition' as const,
      label: t.audiences.definition,
      ...(drafted && { badge: <span className="badge">{t.audiences.unsaved}</span> }),
    },
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
        <span className="muted" data-testid="members">
          <MemberCount
            counted={counts.get(audience.id)}
            said={(rows) => t.audiences.memberCount(rows)}
            onOpen={() => showAudienceTab(audience.id, 'definition')}
          />
        </span>
        <span className="push" />
        {key && <Button label={t.audiences.ask} icon={CircleHelp} iconOnly onClick={() => ask([])} />}
        <Button label={t.audiences.rename} icon={Pencil} iconOnly onClick={() => setAsking('rename')} />
        <Button label={`${t.common.remove} ${audience.name}`} icon={Trash2} iconOnly onClick={() => setAsking('remove')} />
      </header>
      <Tabs
        label={audience.name}
        value={tab}
        items={items}
        onChange={(next) => showAudienceTab(audience.id, next)}
        className="audience-tabs"
      >
        {tab === 'members' && <PopulationRows population={{ kind: 'audience', audience: audience.id }} {...(why && { act: why })} />}
        {tab === 'definition' && <DefinitionTab audience={audience} parts={parts} failed={failed} />}
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
      {asking === 'rename' && <RenameDialog audience={audience} onClose={() => setAsking(undefined)} />}
      {asking === 'remove' && <RemoveAudience audience={audience} onClose={() => setAsking(undefined)} onGone={() => go('audiences')} />}
      {asked && <Why audience={audience} asked={asked} onClose={() => ask(undefined)} />}
    </div>
  );
}
