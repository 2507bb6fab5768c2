import type { Argument } from '../../../../core/model/value';
import type { Parameter } from '../../../../core/model/variable';
import { useText } from '../../../text/use-text';
import { valueWords } from '../rules/rule-words';
import { ValueOrVariable } from '../rules/value-input';
import { isReference } from '../rules/variable-types';
import { useVariables } from '../rules/variables-in-scope';
import { VariableValue } from './variable-value';

/** What one parameter is given: a value, a variable of the campaign, or nothing, so that its own value stands. */
export function ArgumentField({
  parameter,
  value,
  otherwise,
  onChange,
}: {
  parameter: Parameter;
  value: Argument | undefined;
  /** What stands where nothing is given and the parameter has no value of its own. */
  otherwise?: string;
  onChange: (value: Argument | undefined) => void;
}) {
  const t = useText();
  const variables = useVariables().filter((v) => v.type === parameter.type);
  const own = parameter.value === undefined ? otherwise : valueWords(parameter.value, { t });
  const reference = isReference(value) ? value : undefined;
  return (
    <div className="field">
      <span className="field-label">{parameter.name}</span>
      <ValueOrVariable
        label={t.parts.argument(parameter.name)}
        reference={reference}
        variables={variables}
        onReference={onChange}
        onWrite={() => onChange(undefined)}
      >
        <VariableValue variable={{ ...parameter, value: reference ? undefined : value }} placeholder={own} onChange={onChange} />
      </ValueOrVariable>
      {parameter.description && <span className="field-hint">{parameter.description}</span>}
    </div>
  );
}
