import { PanelLeft, Save } from 'lucide-react';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Desk, Tab } from '../../../core/model/desk';
import type { Statement } from '../../../core/model/statement';
import { statementAt, statementsIn } from '../../../core/sql/statements';
import { useDesk } from '../../state/desk';
import { attempt } from '../../state/failures';
import { useLibrary } from '../../state/library';
import { setPane, usePreferences } from '../../state/preferences';
import { go } from '../../state/session';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import { Splitter } from '../../ui/splitter';
import { sqlName } from '../../ui/sql/completion';
import { SqlEditor } from '../../ui/sql/lazy-editor';
import type { EditorHandle } from '../../ui/sql/sql-editor';
import { exampleQuery } from './example';
import { ParameterBar } from './parameter-bar';
import { parametersOf, withGiven, withParameter } from './parameters';
import { Results } from './results';
import { RunButton, RunMenu } from './run-menu';
import { chosen, runTab, type What } from './run-tab';
import { cancelRun, useRuns } from './runs';
import { NameQuery } from './save/name-query';
import { SaveAudience } from './save/save-audience';
import { SaveEntity } from './save/save-entity';
import { SaveFile } from './save/save-file';
import { type SaveAs, SaveMenu } from './save/save-menu';
import type { Written } from './save/written';
import { SidePanel } from './side/side-panel';
import { TabStrip } from './tab-strip';
import { activeTab, close, edit, isChanged, open, openQuery, pick, saveTab, show } from './tabs';
import { useFault } from './use-fault';
import { useKnowledge } from './use-knowledge';
import { useSqlCommands } from './use-sql-commands';

/** The tabs, the one that is written in, and what came of it. `query` asks for a saved one. */
export function Workbench({ desk, tab, query }: { desk: Desk; tab: Tab; query: string | undefined }) {
  const t = useText();
  const queries = useLibrary((state) => state.queries);
  const taken = useDesk((state) => state.taken);
  const run = useRuns((runs) => runs[tab.id]);
  const parameters = parametersOf(tab.sql, tab.parameters);
  const knowledge = useKnowledge(parameters);
  const fault = useFault(tab, run);
  const editor = useRef<EditorHandle>(null);
  const queryHeight = usePreferences((state) => state.queryHeight);
  const [side, setSide] = useState(true);
  const [saving, setSaving] = useState<{ as: SaveAs | 'query'; written: Written }>();
  useEffect(() => {
    const wanted = queries?.find((q) => q.id === query);
    if (!wanted) return;
    openQuery(wanted);
    go('sql');
  }, [query, queries]);

  const start = useCallback((what: What, from: Tab) => attempt(() => runTab(from, chosen(what, from, editor.current), t.sql.running)), [t]);
  const written = (): Written => {
    const sql = statementAt(tab.sql, editor.current?.cursor() ?? tab.cursor)?.sql ?? tab.sql;
    return { sql, parameters: parametersOf(sql, tab.parameters) };
  };
  const saveQuery = (from: Tab) =>
    from.query === undefined ? setSaving({ as: 'query', written: written() }) : attempt(() => saveTab(t, from));
  useSqlCommands(start, saveQuery);
  const look = (entity: string) => {
    show({ name: entity, sql: `SELECT *\nFROM ${sqlName(entity)}` });
    const opened = activeTab();
    if (opened) attempt(() => runTab(opened, statementsIn(opened.sql), t.sql.running));
  };
  const again = ({ sql, parameters: values }: Statement) => open(t, { sql, parameters: withGiven(parametersOf(sql, []), values) });
  const example = exampleQuery(knowledge.model);
  const done = () => setSaving(undefined);

  return (
    <div className="place">
      <header className="place-head">
        <Button label={t.sql.side.show} icon={PanelLeft} iconOnly aria-pressed={side} onClick={() => setSide(!side)} />
        <h1 className="grow">{t.sql.title}</h1>
        <SaveMenu disabled={tab.sql.trim() === ''} onPick={(as) => setSaving({ as, written: written() })} />
        <Button label={t.sql.queries.save} icon={Save} keys="Ctrl+S" disabled={tab.sql.trim() === ''} onClick={() => saveQuery(tab)} />
        <RunButton
          running={run?.cancel !== undefined}
          disabled={tab.sql.trim() === ''}
          onRun={() => start('here', tab)}
          onCancel={() => cancelRun(tab.id)}
        />
        {!run?.cancel && <RunMenu onAll={() => start('all', tab)} />}
      </header>
      <TabStrip
        desk={desk}
        changed={(other) => isChanged(other, queries)}
        onPick={pick}
        onRename={(id, name) => edit(id, { name })}
        onClose={(other) => close(t, other)}
        onAdd={() => open(t)}
      />
      <div className="sql" data-side={side}>
        {side && <SidePanel onInsert={(text) => editor.current?.insert(text)} onLook={look} onQuery={openQuery} onStatement={again} />}
        <div className="sql-work" style={{ '--query': `${queryHeight}px` } as React.CSSProperties}>
          <div className="sql-written">
            <div className="sql-editor">
              <Suspense fallback={<Progress label={t.common.loading} />}>
                <SqlEditor
                  id={tab.id}
                  label={t.sql.editor}
                  value={tab.sql}
                  taken={taken}
                  cursor={tab.cursor}
                  model={knowledge.model}
                  knowledge={knowledge}
                  fault={fault}
                  handle={editor}
                  onChange={(sql) => edit(tab.id, { sql })}
                  onCursor={(cursor) => edit(tab.id, { cursor })}
                  onRun={() => start('here', tab)}
                />
              </Suspense>
            </div>
            <ParameterBar
              parameters={parameters}
              onChange={(parameter) => edit(tab.id, { parameters: withParameter(tab.parameters, parameter) })}
            />
            <Splitter edge="bottom" size={queryHeight} least={120} most={800} onSize={setPane('queryHeight')} />
          </div>
          <section className="sql-results" aria-label={t.sql.results} aria-busy={run?.cancel !== undefined}>
            <Results
              tab={tab}
              run={run}
              onChart={(chart) => edit(tab.id, { chart })}
              onExample={example === undefined || tab.sql.trim() !== '' ? undefined : () => editor.current?.rewrite(example)}
            />
          </section>
        </div>
      </div>
      {saving?.as === 'query' && (
        <NameQuery title={t.sql.queries.saveAs} name={tab.name} onName={(name) => saveTab(t, tab, name).then(done)} onClose={done} />
      )}
      {saving?.as === 'audience' && <SaveAudience written={saving.written} of={tab.name} onClose={done} />}
      {saving?.as === 'entity' && <SaveEntity written={saving.written} of={tab.name} onClose={done} />}
      {saving?.as === 'file' && <SaveFile written={saving.written} name={tab.name} onClose={done} />}
    </div>
  );
}
