import { type ComponentType, useState } from 'react';
import { sameJson } from '../../../core/history/patch';
import type { Audience } from '../../../core/model/audience';
import type { Rule } from '../../../core/model/rule';
import { asProblem } from '../../state/failures';
import { call } from '../../state/host';
import { refreshAudiences } from '../../state/library';
import { draftRule, ruleSaved, useRuleDraft } from '../../state/rule-drafts';
import { sayDone } from '../../state/undo-places';
import { useBusy } from '../../state/use-busy';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Failure } from '../../ui/problem-notice';
import { RuleCount } from './rule-count';

/** What campaigns have for rules. */
export interface RuleParts {
  editor: ComponentType<{ rule: Rule; entity: string; onChange: (rule: Rule) => void }>;
  said: ComponentType<{ rule: Rule }>;
}

/** The rule of a live audience, in words and to be changed; what reads the audience hears of it when it is saved. */
export function AudienceRule({
  audience,
  saved,
  parts: { editor: Editor, said: Said },
}: {
  audience: Audience;
  saved: Rule;
  parts: RuleParts;
}) {
  const t = useText();
  const draft = useRuleDraft(audience);
  const [error, setError] = useState<unknown>();
  const [busy, during] = useBusy();
  const rule = draft?.rule ?? saved;
  const change = (next: Rule) => {
    setError(undefined);
    draftRule(audience.id, saved, next);
  };
  const save = async (force: boolean) => {
    setError(undefined);
    try {
      await call('audience.save', { audience: { ...audience, definition: { kind: 'rule', rule } }, force });
      await refreshAudiences();
      ruleSaved(audience.id, rule);
      await sayDone('audiences');
    } catch (reason) {
      setError(reason);
    }
  };
  const breaks = error !== undefined && asProblem(error).code === 'breaks-users';
  return (
    <div className="column">
      <div className="rule-line">
        <p>
          <Said rule={rule} />
        </p>
        <RuleCount name={audience.name} entity={audience.dimension} rule={rule} />
      </div>
      {draft && !sameJson(draft.before, saved) && <Notice tone="warning" says={t.audiences.changedMeanwhile} />}
      {error !== undefined && <Failure error={error} />}
      <Editor rule={rule} entity={audience.dimension} onChange={change} />
      <div className="row">
        <Button label={t.common.save} look="primary" busy={busy} disabled={!draft} onClick={() => during(() => save(false))} />
        {breaks && <Button label={t.uses.saveAnyway} look="danger" onClick={() => during(() => save(true))} />}
        <Button label={t.audiences.revert} disabled={!draft} onClick={() => change(saved)} />
        {draft && <span className="field-hint">{t.audiences.unsaved}</span>}
      </div>
    </div>
  );
}
