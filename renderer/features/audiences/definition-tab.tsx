import { SquareTerminal } from 'lucide-react';
import { unreachable } from '../../../core/base/never';
import type { Audience } from '../../../core/model/audience';
import { writeIn } from '../../state/desk';
import { attempt } from '../../state/failures';
import { useLibrary } from '../../state/library';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Failure } from '../../ui/problem-notice';
import { AudienceRule, type RuleParts } from './audience-rule';

/** What makes a row a member: the rule, to be changed here; the query; or the moment whose members are kept. `failed`: why nobody can be counted. */
export function DefinitionTab({ audience, parts, failed }: { audience: Audience; parts: RuleParts; failed: unknown }) {
  return (
    <div className="place-body">
      <div className="page card card-body column definition">
        {failed !== undefined && audience.definition.kind !== 'rule' && <Failure error={failed} about={audience.name} />}
        <Definition audience={audience} parts={parts} />
      </div>
    </div>
  );
}

function Definition({ audience, parts }: { audience: Audience; parts: RuleParts }) {
  const { definition } = audience;
  switch (definition.kind) {
    case 'rule':
      return <AudienceRule audience={audience} saved={definition.rule} parts={parts} />;
    case 'sql':
      return <Query name={audience.name} sql={definition.sql} />;
    case 'snapshot':
      return <Kept snapshot={definition} />;
    default:
      return unreachable(definition);
  }
}

function Query({ name, sql }: { name: string; sql: string }) {
  const t = useText();
  const open = async () => {
    await writeIn(t.sql.tabs.name('1'), { name, sql });
    go('sql');
  };
  return (
    <div className="column">
      <p>{t.audiences.byQuery}</p>
      <pre className="mono definition-sql" tabIndex={0}>
        {sql}
      </pre>
      <div>
        <Button label={t.audiences.openQuery} icon={SquareTerminal} look="plain" onClick={() => attempt(open)} />
      </div>
    </div>
  );
}

function Kept({ snapshot: { takenAt, of, columns = [] } }: { snapshot: Extract<Audience['definition'], { kind: 'snapshot' }> }) {
  const t = useText();
  const f = useFormats();
  const audiences = useLibrary((state) => state.audiences) ?? [];
  const source = audiences.find((a) => a.id === of);
  return (
    <div className="column">
      <p>{t.audiences.kept(f.moment(takenAt))}</p>
      {columns.length > 0 && <p>{t.audiences.keptColumns(columns.map((c) => c.name).join(', '))}</p>}
      {source && (
        <p>
          {t.audiences.keptOf}{' '}
          <button type="button" className="link" onClick={() => go('audiences', source.id)}>
            {source.name}
          </button>
        </p>
      )}
    </div>
  );
}
