import { Database, Plus, SquareTerminal, Users, Workflow } from 'lucide-react';
import { useEffect } from 'react';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { refreshAudiences, refreshCampaigns, refreshFilters, useLibrary } from '../../state/library';
import { go, visit } from '../../state/session';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { Menu, MenuItem } from '../../ui/menu';
import { AudiencePage, type AudienceParts } from './audience-page';
import './audiences.css';
import { FiltersTable } from './filters-table';
import { Library } from './library';
import { OverlapPage } from './overlap-page';

/** Between ids of audiences that are laid over each other, which hold none. */
const over = '+';

/** The library of audiences and filters, one audience, or several laid over each other. */
export function AudiencesPlace({ item, parts }: { item: string | undefined; parts: AudienceParts }) {
  const t = useText();
  const { audiences, filters } = useLibrary();
  const hasData = useData((state) => state.model.entities.length > 0);
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
            <MenuItem label={t.audiences.newFromCampaign} icon={Workflow} onPick={() => visit('campaigns')} />
            <MenuItem label={t.audiences.newFromSql} icon={SquareTerminal} onPick={() => go('sql')} />
          </Menu>
        )}
      </header>
      <div className="place-body">
        {audiences?.length === 0 && (
          <Empty icon={Users} title={t.audiences.emptyTitle} text={hasData ? t.audiences.emptyText : t.audiences.emptyNoData}>
            {hasData ? (
              <>
                <Button label={t.audiences.newFromCampaign} icon={Workflow} look="plain" onClick={() => visit('campaigns')} />
                <Button label={t.audiences.newFromSql} icon={SquareTerminal} look="plain" onClick={() => go('sql')} />
              </>
            ) : (
              <Button label={t.data.goTo} icon={Database} look="primary" onClick={() => go('data')} />
            )}
          </Empty>
        )}
        {audiences && audiences.length > 0 && <Library audiences={audiences} onOverlap={(ids) => go('audiences', ids.join(over))} />}
        {filters && filters.length > 0 && <FiltersTable filters={filters} />}
      </div>
    </div>
  );
}
