import { Database, FileCode2, RefreshCw, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { chooseFiles } from '../../rpc/shell';
import { type Command, useCommands } from '../../state/commands';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { fileExtensions, queueImports } from '../../state/imports';
import { runJob } from '../../state/jobs';
import { entityNamed } from '../../state/reach';
import { type Text, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { Tabs } from '../../ui/tabs';
import './data.css';
import { DdlDialog } from './ddl-dialog';
import { EntityList } from './entity-list';
import { EntityPage } from './entity-page';
import { LinksTab } from './links/links-tab';
import { ModelCanvas } from './model-canvas';
import { RefreshDialog } from './refresh-dialog';

export function DataPlace({ item }: { item: string | undefined }) {
  const model = useData((state) => state.model);
  const entity = entityNamed(model, item);
  return entity ? <EntityPage key={entity.name} entity={entity} /> : <AllData />;
}

function AllData() {
  const t = useText();
  const empty = useData((state) => state.model.entities.length === 0);
  const [tab, setTab] = useState<'entities' | 'links' | 'model'>('entities');
  const [refreshing, setRefreshing] = useState(false);
  const [declaring, setDeclaring] = useState(false);
  const commands = useMemo(
    (): Command[] => [
      { id: 'data/import', label: t.data.import, icon: Upload, run: () => attempt(() => bring(t)) },
      ...(empty ? [] : [{ id: 'data/refresh', label: t.data.refreshAll, icon: RefreshCw, run: () => setRefreshing(true) }]),
      { id: 'data/ddl', label: t.data.ddl, icon: FileCode2, run: () => setDeclaring(true) },
    ],
    [t, empty],
  );
  useCommands(t.data.title, commands);
  const button = <Button label={t.data.import} icon={Upload} look="primary" onClick={() => attempt(() => bring(t))} />;
  const items = (['entities', 'links', 'model'] as const).map((value) => ({ value, label: t.data[value] }));
  return (
    <div className="place">
      <header className="place-head">
        <h1 className="grow">{t.data.title}</h1>
        {!empty && <Button label={t.data.refreshAll} icon={RefreshCw} look="plain" onClick={() => setRefreshing(true)} />}
        <Button label={t.data.ddl} icon={FileCode2} look="plain" onClick={() => setDeclaring(true)} />
        {!empty && button}
      </header>
      {declaring && <DdlDialog onClose={() => setDeclaring(false)} />}
      {refreshing && <RefreshDialog onClose={() => setRefreshing(false)} />}
      {empty ? (
        <div className="place-body">
          <Empty icon={Database} title={t.data.emptyTitle} text={t.data.emptyText}>
            {button}
          </Empty>
        </div>
      ) : (
        <Tabs label={t.data.title} value={tab} items={items} onChange={setTab} className="data-tabs">
          {tab === 'entities' && <EntityList onLinks={() => setTab('links')} />}
          {tab === 'links' && <LinksTab />}
          {tab === 'model' && <ModelCanvas />}
        </Tabs>
      )}
    </div>
  );
}

async function bring(t: Text): Promise<void> {
  const paths = await runJob(t.data.import, (job) =>
    chooseFiles({ call }, { many: true, extensions: fileExtensions, signal: job.signal, onShare: job.report }),
  );
  queueImports(paths);
}
