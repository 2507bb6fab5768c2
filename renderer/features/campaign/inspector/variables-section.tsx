import type { Campaign } from '../../../../core/model/campaign';
import type { Variable } from '../../../../core/model/variable';
import { edit } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { Segmented } from '../../../ui/choice';
import { CountSelect } from '../forms/count-select';
import { renameVariable } from '../variables/references';
import { VariableFields } from '../variables/variable-fields';
import { VariableValue } from '../variables/variable-value';

/** The campaign's variables: each a value, or the number of people on a transition. */
export function VariablesSection({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const label = t.campaign.edits.change(t.variables.title);
  const variables = campaign.variables ?? [];
  return (
    <section className="field" aria-label={t.variables.title}>
      <h3 className="form-line">{t.variables.title}</h3>
      <span className="field-hint">{t.variables.hint}</span>
      <VariableFields
        label={t.variables.title}
        addLabel={t.variables.add}
        noValue={t.variables.noValue}
        variables={variables}
        instead={(variable, change) =>
          variable.type === 'number' ? <NumberOrCount campaign={campaign} variable={variable} onChange={change} /> : undefined
        }
        onRename={(from, to, i) => edit(label, (c) => renameVariable(c, from, to), `variables/name/${i}`)}
        onChange={(next, squash) => edit(label, (c) => ({ ...c, variables: settled(next) }), squash && `variables/${squash}`)}
        onAdd={(name): Variable => ({ name, type: 'text' })}
      />
    </section>
  );
}

/** Only a number can be a count. */
function settled(variables: readonly Variable[]): Variable[] | undefined {
  return variables.length > 0 ? variables.map((v) => (v.type === 'number' || !v.count ? v : { ...v, count: undefined })) : undefined;
}

function NumberOrCount({
  campaign,
  variable,
  onChange,
}: {
  campaign: Campaign;
  variable: Variable;
  onChange: (variable: Variable) => void;
}) {
  const t = useText();
  const { count } = variable;
  const kinds = (['value', 'count'] as const).map((value) => ({ value, label: t.variables.froms[value] }));
  const first = campaign.flow.transitions[0];
  const turn = (from: 'value' | 'count') => {
    if (from === 'value') onChange({ ...variable, count: undefined });
    else if (first) onChange({ ...variable, value: undefined, count: { activity: first.from, output: first.output } });
  };
  return (
    <>
      <div>
        <Segmented label={t.variables.from} value={count ? 'count' : 'value'} options={kinds} onChange={turn} />
      </div>
      {count ? (
        <CountSelect
          label={t.variables.countOf}
          campaign={campaign}
          value={{ kind: 'count', ...count }}
          onChange={(next) =>
            next.kind === 'count' &&
            next.activity !== undefined &&
            next.output !== undefined &&
            onChange({ ...variable, count: { activity: next.activity, output: next.output } })
          }
        />
      ) : (
        <VariableValue variable={variable} placeholder={t.variables.noValue} onChange={(value) => onChange({ ...variable, value })} />
      )}
    </>
  );
}
