import { useState } from 'react';
import type { Filter } from '../../../../core/model/filter';
import type { Broken } from '../../../../core/model/use';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { refreshFilters } from '../../../state/library';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Field, Input } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Problems } from '../problems-here';
import type { Editor } from '../rules/part-props';
import { VariablesInScope } from '../rules/variables-in-scope';
import { renameInRule } from '../variables/references';
import { VariableFields } from '../variables/variable-fields';

/** Changes what a filter means, wherever it is used. */
export function FilterDialog({ filter, onClose, editor: Inner }: { filter: Filter; onClose: () => void; editor: Editor }) {
  const t = useText();
  const [draft, setDraft] = useState(filter);
  const [broken, setBroken] = useState<Broken[]>([]);
  const save = async (force: boolean) => {
    const breaks = force ? [] : await call('filter.breaks', { filter: draft });
    setBroken(breaks);
    if (breaks.length > 0) return;
    await call('filter.save', { filter: draft, force });
    onClose();
    await refreshFilters();
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
          {broken.length > 0 && (
            <Button label={t.uses.saveAnyway} look="danger" disabled={!sound} onClick={() => attempt(() => save(true))} />
          )}
          <Button label={t.common.save} look="primary" disabled={!sound} onClick={() => attempt(() => save(false))} />
        </>
      }
    >
      <div className="column">
        {broken.length > 0 && <BrokenUsers broken={broken} />}
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

/** What would have errors by the filter as it stands in the form. */
function BrokenUsers({ broken }: { broken: readonly Broken[] }) {
  const t = useText();
  return (
    <section className="column" aria-label={t.uses.breaks}>
      <Notice tone="warning" says={t.uses.breaks} />
      {broken.map(({ kind, id, name, problems }) => (
        <div key={`${kind}/${id}`} className="column">
          <span className="row">
            <span className="badge">{t.uses.kinds[kind]}</span>
            <strong>{name}</strong>
          </span>
          {problems.map((problem, i) => (
            <ProblemNotice key={i} problem={problem} />
          ))}
        </div>
      ))}
    </section>
  );
}
