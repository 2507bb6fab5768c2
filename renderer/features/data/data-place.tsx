import { Database, FileCode2, RefreshCw, Upload } from 'lucide-react';
import { useState } from 'react';
import { chooseFiles } from '../../rpc/shell';
import { useData } from '../../state/data';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { fileExtensions, queueImports } from '../../state/imports';
import { runJob } from '../../state/jobs';
import { entityNamed } from '../../state/reach';
import { useText } from '../../text/use-text';
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
  const t = useText();
  const model = useData((state) => state.model);
  const [tab, setTab] = useState<'entities' | 'links' | 'model'>('entities');
  const [refreshing, setRefreshing] = useState(false);
  const [declaring, setDeclaring] = useState(false);
  const entity = entityNamed(model, item);
  if (entity) return <EntityPage key={entity.name} entity={entity} />;
  const bring = async () => {
    const paths = await runJob(t.data.import, (job) =>
      chooseFiles({ call }, { many: true, extensions: fileExtensions, signal: job.signal, onShare: job.report }),
    );
    queueImports(paths);
  };
  const button = <Button label={t.data.import} icon={Upload} look="primary" onClick={() => attempt(bring)} />;
  const items = (['entities', 'links', 'model'] as const).map((value) => ({ value, label: t.data[value] }));
  const empty = model.entities.length === 0;
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
          {tab === 'entities' && <EntityList />}
          {tab === 'links' && <LinksTab />}
          {tab === 'model' && <ModelCanvas />}
        </Tabs>
      )}
    </div>
  );
}
