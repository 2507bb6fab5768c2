import type { Campaign } from '../../../../core/model/campaign';
import type { Given } from '../../../../core/model/variable';
import { useText } from '../../../text/use-text';
import { valueWords } from '../rules/rule-words';
import { VariableValue } from '../variables/variable-value';

/** Values for this run alone, in place of those written in the campaign. */
export function GivenValues({ campaign, given, onChange }: { campaign: Campaign; given: Given; onChange: (given: Given) => void }) {
  const t = useText();
  const variables = campaign.variables?.filter((v) => !v.count) ?? [];
  if (variables.length === 0) return null;
  return (
    <section className="section" aria-label={t.rehearsal.given}>
      <h2>{t.rehearsal.given}</h2>
      <div className="given">
        {variables.map((variable) => {
          const { [variable.name]: value, ...others } = given;
          return (
            <div className="field" key={variable.name}>
              <span className="field-label mono">${variable.name}</span>
              <VariableValue
                variable={{ name: variable.name, type: variable.type, value }}
                placeholder={variable.value === undefined ? t.variables.noValue : valueWords(variable.value, { t })}
                onChange={(next) => onChange(next === undefined ? others : { ...others, [variable.name]: next })}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
