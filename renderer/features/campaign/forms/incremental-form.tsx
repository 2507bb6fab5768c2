import type { ActivityOf } from '../../../../core/model/activity';
import { useData } from '../../../state/data';
import { entityNamed } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Segmented } from '../../../ui/choice';
import { Field, NumberInput } from '../../../ui/field';
import { AttributeSelect } from '../rules/attribute-select';
import { datingAttribute } from '../rules/new-part';
import { isDated } from '../rules/operators';
import type { FormProps } from './form-props';
import { MemoryStatus } from './memory-status';
import { RuleField } from './rule-field';

type Memory = ActivityOf<'incremental-query'>['memory'];

export function IncrementalForm({ activity, campaign, dimension, onChange }: FormProps<'incremental-query'>) {
  const entity = dimension ?? activity.dimension;
  return (
    <>
      <MemoryField entity={entity} memory={activity.memory} onChange={(memory) => onChange({ ...activity, memory }, 'memory')} />
      <MemoryStatus campaign={campaign.id} activity={activity.id} />
      <RuleField
        entity={activity.dimension}
        arriving={dimension}
        rule={activity.rule}
        onEntity={(next) => onChange({ ...activity, dimension: next, rule: { kind: 'all', rules: [] }, memory: { kind: 'key', days: 0 } })}
        onChange={(rule) => onChange({ ...activity, dimension: entity, rule }, 'rule')}
      />
    </>
  );
}

/** What tells a new row from one that an earlier run took. */
function MemoryField({ entity, memory, onChange }: { entity: string; memory: Memory; onChange: (memory: Memory) => void }) {
  const t = useText();
  const model = useData((state) => state.model);
  const attributes = entityNamed(model, entity)?.attributes ?? [];
  const date = datingAttribute(attributes) ?? attributes.find(isDated)?.name;
  const kinds = (['date', 'key'] as const).map((value) => ({ value, label: t.gather.memories[value] }));
  const turn = (kind: Memory['kind']) => {
    if (kind === 'key') onChange({ kind, days: 0 });
    else if (date !== undefined) onChange({ kind, attribute: date });
  };
  return (
    <>
      <div className="field">
        <span className="field-label">{t.gather.memory}</span>
        <div>
          <Segmented label={t.gather.memory} value={memory.kind} options={kinds} onChange={turn} />
        </div>
        <span className="field-hint">
          {memory.kind === 'key' && date === undefined ? t.gather.noDates : t.gather.memoryHints[memory.kind]}
        </span>
      </div>
      {memory.kind === 'date' ? (
        <Field label={t.gather.date} hint={t.gather.memoryNote}>
          {(id) => (
            <AttributeSelect
              id={id}
              entity={entity}
              only={isDated}
              value={{ attribute: memory.attribute, ...(memory.path ? { path: memory.path } : {}) }}
              onChange={(reached) => onChange({ kind: 'date', ...reached })}
            />
          )}
        </Field>
      ) : (
        <Field label={t.gather.days} hint={`${t.gather.daysHint} ${t.gather.memoryNote}`}>
          {(id) => <NumberInput id={id} whole min={0} value={memory.days} onChange={(days) => onChange({ ...memory, days })} />}
        </Field>
      )}
    </>
  );
}
