import { useMemo, useState } from 'react';
import type { Filter } from '../../../../core/model/filter';
import type { Rule } from '../../../../core/model/rule';
import { useData } from '../../../state/data';
import { attempt } from '../../../state/failures';
import { freshId } from '../../../state/fresh-id';
import { call } from '../../../state/host';
import { refreshFilters, useLibrary } from '../../../state/library';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Switch } from '../../../ui/choice';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { ruleWords, testWords } from '../rules/rule-words';
import { useVariables } from '../rules/variables-in-scope';
import { useSpeaker } from '../speaker';
import { freshName, readName } from '../variables/variable-names';
import { filterFrom } from './filter-from';
import { type WrittenValue, writtenValues } from './written-values';
import './filters.css';

/** Gives a rule a name, so that other rules can use it; values picked here may be changed there. */
export function SaveFilterDialog({
  rule,
  entity,
  onClose,
  onSaved,
}: {
  rule: Rule;
  entity: string;
  onClose: () => void;
  /** `use` is a rule that says the filter. */
  onSaved: (use: Rule) => void;
}) {
  const t = useText();
  const speaker = useSpeaker();
  const model = useData((state) => state.model);
  const variables = useVariables();
  const values = useMemo(() => writtenValues(rule, entity, model), [rule, entity, model]);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<WrittenValue, string>>(new Map());
  const turn = (value: WrittenValue, on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(value, freshName([...next.values(), ...variables.map((v) => v.name)], value.of.split('.').at(-1)));
    else next.delete(value);
    setChosen(next);
  };
  const save = async () => {
    await refreshFilters();
    const taken = useLibrary.getState().filters?.map((f) => f.id) ?? [];
    const { filter, use } = filterFrom({ rule, entity, name: name.trim(), id: freshId(name, taken, 'filter'), chosen, variables });
    await saveFilter(filter);
    onSaved(use);
  };
  return (
    <Dialog
      title={t.filters.save}
      description={t.filters.saveText}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={name.trim() === ''} onClick={() => attempt(save)} />
        </>
      }
    >
      <div className="column">
        <Field label={t.filters.name}>{(id) => <Input id={id} autoFocus maxLength={120} value={name} onChange={setName} />}</Field>
        <p className="words">{t.says.rows(entity, ruleWords(rule, speaker, true))}</p>
        <div className="field" role="group" aria-label={t.filters.parameters}>
          <span className="field-label">{t.filters.parameters}</span>
          {values.length === 0 && <span className="field-hint">{t.filters.noValues}</span>}
          {values.map((value) => (
            <div className="row filter-value" key={value.at.join('/')}>
              <div className="grow">
                <Switch
                  label={`${value.of} ${testWords(value.test, speaker)}`}
                  checked={chosen.has(value)}
                  onChange={(on) => turn(value, on)}
                />
              </div>
              {chosen.has(value) && (
                <Input
                  className="mono"
                  label={t.filters.parameter(value.of)}
                  value={chosen.get(value) ?? ''}
                  onChange={(text) => setChosen(new Map([...chosen, [value, readName(text, chosen.get(value) ?? 'value')]]))}
                />
              )}
            </div>
          ))}
          {values.length > 0 && <span className="field-hint">{t.filters.parametersHint}</span>}
        </div>
      </div>
    </Dialog>
  );
}

async function saveFilter(filter: Filter): Promise<void> {
  await call('filter.save', { filter });
  await refreshFilters();
}
