import { Database, ListFilter, type LucideIcon, Plus, SquareTerminal, Users, Workflow } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useCommands } from '../../state/commands';
import { useData } from '../../state/data';
import { attempt, useSayings } from '../../state/failures';
import { refreshAudiences, refreshCampaigns, refreshFilters, useLibrary } from '../../state/library';
import { go } from '../../state/session';
import { type Text, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { Menu, MenuItem } from '../../ui/menu';
import { AudiencePage, type AudienceParts } from './audience-page';
import './audiences.css';
import { FiltersTable } from './filters-table';
import { Library } from './library';
import { NewRuleDialog } from './new-rule-dialog';
import { OverlapPage } from './overlap-page';

/** Between ids of audiences that are laid over each other, which hold none. */
const over = '+';

/** The library of audiences and filters, one audience, or several laid over each other. */
export function AudiencesPlace({ item, parts }: { item: string | undefined; parts: AudienceParts }) {
  const t = useText();
  const { audiences, filters } = useLibrary();
  const hasData = useData((state) => state.model.entities.length > 0);
  const [making, setMaking] = useState(false);
  const ways = useMemo(() => waysOf(t, () => setMaking(true)), [t]);
  const commands = useMemo(
    () => (hasData ? [{ id: 'audiences/new', label: t.audiences.newByRule, icon: Plus, run: () => setMaking(true) }] : []),
    [t, hasData],
  );
  useCommands(t.audiences.title, commands);
  useEffect(() => {
    attempt(refreshAudiences);
    attempt(refreshFilters);
    attempt(refreshCampaigns);
  }, []);
  const audience = audiences?.find((a) => a.id === item);
  if (audience) return <AudiencePage key={audience.id} audience={audience} parts={parts} />;
  const overlapping = item?.split(over).filter((id) => audiences?.some((a) => a.id === id)) ?? [];
  if (overlapping.length > 1 && audiences)
    return <OverlapPage key={item} audiences={audiences} ids={overlapping} onClose={() => go('audiences')} />;
  return (
    <div className="place">
      <header className="place-head">
        <h1 className="grow">{t.audiences.title}</h1>
        {hasData && audiences && audiences.length > 0 && (
          <Menu align="end" trigger={<Button label={t.audiences.create} icon={Plus} look="primary" />}>
            {ways.map(({ label, hint, icon, run }) => (
              <MenuItem key={label} label={label} hint={hint} icon={icon} onPick={run} />
            ))}
          </Menu>
        )}
      </header>
      <div className="place-body">
        {audiences?.length === 0 && (
          <Empty icon={Users} title={t.audiences.emptyTitle} text={hasData ? t.audiences.emptyText : t.audiences.emptyNoData}>
            {hasData ? (
              ways.map(({ label, icon, run }) => <Button key={label} label={label} icon={icon} look="plain" onClick={run} />)
            ) : (
              <Button label={t.data.goTo} icon={Database} look="primary" onClick={() => go('data')} />
            )}
          </Empty>
        )}
        {audiences && audiences.length > 0 && <Library audiences={audiences} onOverlap={(ids) => go('audiences', ids.join(over))} />}
        {filters && filters.length > 0 && <FiltersTable filters={filters} />}
      </div>
      {making && <NewRuleDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

interface Way {
  label: string;
  hint: string;
  icon: LucideIcon;
  run: () => void;
}

/** How an audience comes about. Those that are made elsewhere say what to do there. */
function waysOf(t: Text, byRule: () => void): Way[] {
  const byCampaign = () => {
    go('campaigns');
    useSayings.getState().say({ tone: 'plain', text: t.audiences.inCampaign });
  };
  return [
    { label: t.audiences.newFromRule, hint: t.audiences.fromRuleHint, icon: ListFilter, run: byRule },
    { label: t.audiences.newFromCampaign, hint: t.audiences.fromCampaignHint, icon: Workflow, run: byCampaign },
    { label: t.audiences.newFromSql, hint: t.audiences.fromSqlHint, icon: SquareTerminal, run: () => go('sql') },
  ];
}
