import type { Rule } from '../../../../core/model/rule';
import { useText } from '../../../text/use-text';
import { At } from '../problems-here';
import { RuleEditor } from '../rules/rule-editor';
import { EntityField } from './inputs';

/** Rows of an entity that a rule selects; of the rows that arrive, where some do. */
export function RuleField({
  entity,
  arriving,
  rule,
  onEntity,
  onChange,
}: {
  entity: string;
  arriving: string | undefined;
  rule: Rule;
  onEntity: (entity: string) => void;
  onChange: (rule: Rule) => void;
}) {
  const t = useText();
  return (
    <>
      {arriving === undefined && <EntityField label={t.forms.dimension} value={entity} onChange={onEntity} />}
      <At steps={['rule']}>
        <RuleEditor rule={rule} entity={arriving ?? entity} onChange={onChange} />
      </At>
    </>
  );
}
