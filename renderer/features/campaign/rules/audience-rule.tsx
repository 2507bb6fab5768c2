import { useState } from 'react';
import { sameJson } from '../../../../core/history/patch';
import type { Audience } from '../../../../core/model/audience';
import type { Rule } from '../../../../core/model/rule';
import { asProblem } from '../../../state/failures';
import { call } from '../../../state/host';
import { refreshAudiences } from '../../../state/library';
import { sayDone } from '../../../state/undo-places';
import { useBusy } from '../../../state/use-busy';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Failure } from '../../../ui/problem-notice';
import { useNamesSpeaker } from '../speaker';
import { RuleEditor } from './rule-editor';
import { ruleWords } from './rule-words';

/** The rule of a live audience, in words and to be changed; what reads the audience hears of it when it is saved. */
export function AudienceRule({ audience, rule }: { audience: Audience; rule: Rule }) {
  const t = useText();
  const speaker = useNamesSpeaker();
  const [draft, setDraft] = useState(rule);
  const [error, setError] = useState<unknown>();
  const [busy, during] = useBusy();
  const changed = !sameJson(draft, rule);
  const change = (next: Rule) => {
    setError(undefined);
    setDraft(next);
  };
  const save = async (force: boolean) => {
    setError(undefined);
    try {
      await call('audience.save', { audience: { ...audience, definition: { kind: 'rule', rule: draft } }, force });
      await refreshAudiences();
      await sayDone('audiences');
    } catch (reason) {
      setError(reason);
    }
  };
  const breaks = error !== undefined && asProblem(error).code === 'breaks-users';
  return (
    <div className="column">
      <p className="rule-said">{ruleWords(draft, speaker, true)}</p>
      {error !== undefined && <Failure error={error} />}
      <RuleEditor rule={draft} entity={audience.dimension} onChange={change} />
      <div className="row">
        <Button label={t.common.save} look="primary" busy={busy} disabled={!changed} onClick={() => during(() => save(false))} />
        {breaks && <Button label={t.uses.saveAnyway} look="danger" onClick={() => during(() => save(true))} />}
        <Button label={t.audiences.revert} disabled={!changed} onClick={() => change(rule)} />
      </div>
    </div>
  );
}
