import { useState } from 'react';
import { unreachable } from '../../../../core/base/never';
import type { Query } from '../../../../core/model/query';
import type { Statement } from '../../../../core/model/statement';
import { useText } from '../../../text/use-text';
import { Tabs } from '../../../ui/tabs';
import { EntityNames } from './entity-names';
import { HistoryList } from './history-list';
import { QueryList } from './query-list';

interface Props {
  onInsert: (text: string) => void;
  onLook: (entity: string) => void;
  onQuery: (query: Query) => void;
  onStatement: (statement: Statement) => void;
}

type Panel = 'entities' | 'queries' | 'history';

/** What there is to write about, what was kept, and what ran. */
export function SidePanel(props: Props) {
  const t = useText();
  const [panel, setPanel] = useState<Panel>('entities');
  const items = (['entities', 'queries', 'history'] as const).map((value) => ({ value, label: t.sql.side[value] }));
  return (
    <aside className="sql-side" aria-label={t.sql.side.label}>
      <Tabs label={t.sql.side.label} value={panel} items={items} onChange={setPanel} className="sql-side-tabs">
        {content(panel, props)}
      </Tabs>
    </aside>
  );
}

function content(panel: Panel, { onInsert, onLook, onQuery, onStatement }: Props) {
  switch (panel) {
    case 'entities':
      return <EntityNames onInsert={onInsert} onLook={onLook} />;
    case 'queries':
      return <QueryList onOpen={onQuery} />;
    case 'history':
      return <HistoryList onOpen={onStatement} />;
    default:
      return unreachable(panel);
  }
}
