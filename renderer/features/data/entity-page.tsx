import { ArrowLeft, RefreshCw, Sigma, SquareTerminal, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Entity, readByQuery } from '../../../core/model/entity';
import { type Command, useCommands } from '../../state/commands';
import { useData } from '../../state/data';
import { writeIn } from '../../state/desk';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshCampaigns, useLibrary } from '../../state/library';
import { usePersonal } from '../../state/personal';
import { go, refreshWorkspace } from '../../state/session';
import { sayDone } from '../../state/undo-places';
import { openUse, useUses } from '../../state/uses';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Grid } from '../../ui/grid';
import type { LoadPage } from '../../ui/pages';
import { Failure } from '../../ui/problem-notice';
import { RemoveDialog } from '../../ui/remove-dialog';
import { Tabs } from '../../ui/tabs';
import { UsedBy } from '../../ui/used-by';
import { AttributeDialog } from './attribute-dialog';
import { ColumnProfiles } from './column-profiles';
import { Rejects } from './import/summary';
import { RefreshDialog } from './refresh-dialog';

export function EntityPage({ entity }: { entity: Entity }) {
  const t = useText();
  const f = useFormats();
  const [tab, setTab] = useState<'columns' | 'sample' | 'rejects' | 'uses'>('columns');
  const [removing, setRemoving] = useState(false);
  const [refreshing, setRefreshing] = useState(false);
  const [deriving, setDeriving] = useState(false);
  const personal = usePersonal();
  const campaigns = useLibrary((state) => state.campaigns) ?? [];
  const uses = useUses({ kind: 'entity', entity: entity.name });
  useEffect(() => attempt(refreshCampaigns), []);
  const load = useMemo<LoadPage>(
    () => (window, sort, signal) => call('entity.rows', { entity: entity.name, ...window, ...(sort ? { sort } : {}) }, { signal }),
    [entity.name, entity.dataVersion],
  );
  const remove = async () => {
    await call('entity.remove', { entity: entity.name, force: true });
    go('data');
    await useData.getState().refresh();
    await refreshWorkspace();
    await sayDone('data');
  };
  const openQuery = async () => {
    await writeIn(t.sql.tabs.name('1'), { name: entity.name, ...(await call('entity.query', { entity: entity.name })) });
    go('sql');
  };
  const madeByQuery = readByQuery(entity) !== undefined;
  const hasRecipe = entity.recipe !== undefined;
  const latest = useRef(openQuery);
  useEffect(() => {
    latest.current = openQuery;
  });
  const commands = useMemo(
    (): Command[] => [
      { id: 'data/derive', label: t.data.derive, icon: Sigma, run: () => setDeriving(true) },
      ...(madeByQuery
        ? [{ id: 'data/query', label: t.data.openQuery, icon: SquareTerminal, run: () => attempt(() => latest.current()) }]
        : []),
      ...(hasRecipe ? [{ id: 'data/refresh', label: t.data.refresh, icon: RefreshCw, run: () => setRefreshing(true) }] : []),
      { id: 'data/remove', label: t.data.removeEntity, icon: Trash2, run: () => setRemoving(true) },
    ],
    [t, madeByQuery, hasRecipe],
  );
  useCommands(entity.name, commands);
  const items = [
    { value: 'columns' as const, label: t.data.columns },
    { value: 'sample' as const, label: t.data.sample },
    ...(entity.recipe && !madeByQuery ? [{ value: 'rejects' as const, label: t.import.rejects }] : []),
    { value: 'uses' as const, label: t.uses.title },
  ];
  return (
    <div className="place">
      <header className="place-head">
        <Button label={t.data.title} icon={ArrowLeft} iconOnly onClick={() => go('data')} />
        <h1 title={entity.name}>{entity.name}</h1>
        <span className="badge">{t.common.rowCount(f.number(entity.rows))}</span>
        <span className="badge">
          {t.data.key}: {entity.key.join(', ')}
        </span>
        {entity.loadedAt && (
          <span className="muted">
            {t.data.loadedAt} {f.moment(entity.loadedAt)}
          </span>
        )}
        <span className="push" />
        <Button label={t.data.derive} icon={Sigma} look="plain" onClick={() => setDeriving(true)} />
        {madeByQuery && <Button label={t.data.openQuery} icon={SquareTerminal} look="plain" onClick={() => attempt(openQuery)} />}
        {hasRecipe && <Button label={t.data.refresh} icon={RefreshCw} look="plain" onClick={() => setRefreshing(true)} />}
        <Button label={t.data.removeEntity} icon={Trash2} iconOnly onClick={() => setRemoving(true)} />
      </header>
      <Tabs label={entity.name} value={tab} items={items} onChange={setTab} className="data-tabs">
        {tab === 'columns' && <ColumnProfiles entity={entity} />}
        {tab === 'sample' && <Grid load={load} sortable personal={personal} />}
        {tab === 'rejects' && (
          <div className="place-body">
            <Rejects entity={entity.name} />
          </div>
        )}
        {tab === 'uses' && (
          <div className="place-body">
            <div className="page card card-body">
              {uses.error !== undefined && <Failure error={uses.error} />}
              {uses.value && <UsedBy uses={uses.value} campaigns={campaigns} onOpen={openUse} />}
            </div>
          </div>
        )}
      </Tabs>
      {deriving && <AttributeDialog entity={entity} onClose={() => setDeriving(false)} />}
      {refreshing && <RefreshDialog entity={entity.name} onClose={() => setRefreshing(false)} />}
      {removing && (
        <RemoveDialog
          name={entity.name}
          text={t.data.removeEntityText}
          uses={uses.value}
          campaigns={campaigns}
          onOpen={openUse}
          onClose={() => setRemoving(false)}
          onConfirm={() => attempt(remove)}
        />
      )}
    </div>
  );
}
