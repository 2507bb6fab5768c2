import { Suspense, useMemo, useState } from 'react';
import type { Problem } from '../../../../core/base/problems';
import type { Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { useText, useWords } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Failure, ProblemNotice } from '../../../ui/problem-notice';
import { Progress } from '../../../ui/progress';
import { SqlEditor } from '../../../ui/sql/lazy-editor';
import { useSpeaker } from '../speaker';
import { ruleWords } from './rule-words';
import './rule-sql.css';
import { type Reading, useReading, useWritten } from './rule-sql';

/** A rule as SQL that can be edited, and beside it what the SQL is as a rule. */
export function RuleSqlDialog({
  rule,
  entity,
  onChange,
  onClose,
}: {
  rule: Rule;
  entity: string;
  onChange: (rule: Rule) => void;
  onClose: () => void;
}) {
  const t = useText();
  const words = useWords();
  const model = useData((state) => state.model);
  const written = useWritten(rule, entity);
  const [edited, setEdited] = useState<string>();
  const reading = useReading(edited, entity);
  const next = reading.kind === 'rule' ? reading.rule : reading.kind === 'sql' ? reading.kept : undefined;
  const apply = () => {
    if (!next) return;
    onChange(next);
    onClose();
  };
  const fault = useMemo(() => faultIn(reading, (problem) => words(problem).says), [reading, words]);
  return (
    <Dialog
      title={t.ruleSql.title}
      description={t.ruleSql.text(entity)}
      size="wide"
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button
            label={reading.kind === 'sql' && reading.kept ? t.ruleSql.keep : t.ruleSql.apply}
            look="primary"
            keys="Ctrl+Enter"
            disabled={!next}
            onClick={apply}
          />
        </>
      }
    >
      {written.kind === 'failed' && <Failure error={written.error} />}
      {written.kind === 'problems' && written.problems.map((problem, i) => <ProblemNotice key={i} problem={problem} />)}
      {written.kind === 'sql' && (
        <div className="rule-sql">
          <div className="rule-sql-editor">
            <Suspense fallback={<Progress label={t.common.loading} />}>
              <SqlEditor label={t.ruleSql.editor} value={written.sql} model={model} fault={fault} onChange={setEdited} onRun={apply} />
            </Suspense>
          </div>
          <section className="rule-sql-reading" aria-label={t.ruleSql.reading} aria-live="polite" aria-busy={reading.kind === 'busy'}>
            <Said reading={reading} rule={rule} entity={entity} />
          </section>
        </div>
      )}
    </Dialog>
  );
}

function Said({ reading, rule, entity }: { reading: Reading; rule: Rule; entity: string }) {
  const t = useText();
  const speaker = useSpeaker();
  switch (reading.kind) {
    case 'same':
      return <p className="words">{t.says.rows(entity, ruleWords(rule, speaker, true))}</p>;
    case 'busy':
      return <Progress label={t.ruleSql.reading} />;
    case 'rule':
      return <p className="words">{t.says.rows(entity, ruleWords(reading.rule, speaker, true))}</p>;
    case 'sql':
      return (
        <>
          {reading.problems.map((problem, i) => (
            <ProblemNotice key={i} problem={reading.kept ? { ...problem, severity: 'warning' } : problem} />
          ))}
          {reading.kept && <p className="field-hint">{t.ruleSql.keepHint}</p>}
        </>
      );
    case 'failed':
      return <Failure error={reading.error} />;
  }
}

function faultIn(reading: Reading, say: (problem: Problem) => string) {
  const problem = reading.kind === 'sql' ? reading.problems[0] : undefined;
  const { line, position } = problem?.details ?? {};
  if (!problem || typeof line !== 'number') return undefined;
  return { line, column: typeof position === 'number' ? position : undefined, says: say(problem) };
}
