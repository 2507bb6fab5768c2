import { useState } from 'react';
import type { Filter } from '../../../../core/model/filter';
import { recountAll } from '../../../state/campaign';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { refreshFilters } from '../../../state/library';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { Problems } from '../problems-here';
import type { Editor } from '../rules/part-props';
import { VariablesInScope } from '../rules/variables-in-scope';
import { renameInRule } from '../variables/references';
import { VariableFields } from '../variables/variable-fields';

/** Changes what a filter means, wherever it is used. */
export function FilterDialog({ filter, onClose, editor: Inner }: { filter: Filter; onClose: () => void; editor: Editor }) {
  const t = useText();
  const [draft, setDraft] = useState(filter);
  const save = async () => {
    await call('filter.save', { filter: draft });
    onClose();
    await refreshFilters();
    recountAll();
  };
  const rename = (from: string, to: string) =>
    setDraft({
      ...draft,
      rule: renameInRule(draft.rule, from, to),
      parameters: draft.parameters.map((p) => (p.name === from ? { ...p, name: to } : p)),
    });
  const names = draft.parameters.map((p) => p.name);
  const sound = draft.name.trim() !== '' && new Set(names).size === names.length;
  return (
    <Dialog
      title={t.filters.edit}
      description={t.filters.editText}
      size="middle"
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={t.common.save} look="primary" disabled={!sound} onClick={() => attempt(save)} />
        </>
      }
    >
      <div className="column">
        <Field label={t.filters.name} hint={t.filters.of(draft.entity)}>
          {(id) => <Input id={id} maxLength={120} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />}
        </Field>
        <div className="field">
          <span className="field-label">{t.filters.parameters}</span>
          <VariableFields
            label={t.filters.parameters}
            addLabel={t.filters.addParameter}
            noValue={t.filters.noValue}
            variables={draft.parameters}
            onRename={rename}
            onChange={(parameters) => setDraft({ ...draft, parameters })}
            onAdd={(name) => ({ name, type: 'text' })}
          />
        </div>
        <VariablesInScope.Provider value={draft.parameters}>
          <Problems.Provider value={[]}>
            <Inner rule={draft.rule} entity={draft.entity} onChange={(rule) => setDraft({ ...draft, rule })} />
          </Problems.Provider>
        </VariablesInScope.Provider>
      </div>
    </Dialog>
  );
}
