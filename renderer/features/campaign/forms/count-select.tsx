import type { Condition } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { carriesNobody, outputsOf } from '../../../state/outputs';
import { downstream } from '../../../state/stale';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';
import { transitionLabel } from '../sentence';

type Compared = Condition['left'];

/** Whose people are counted: those who arrive at an activity, or those any other one hands on. */
export function CountSelect({
  label,
  campaign,
  self,
  variables,
  value,
  onChange,
}: {
  label: string;
  campaign: Campaign;
  /** The activity that asks; it may count its arrivals, but nothing behind itself. */
  self?: string;
  /** Variables may be compared too. */
  variables?: boolean;
  value: Compared | undefined;
  onChange: (value: Compared) => void;
}) {
  const t = useText();
  const behind = downstream(campaign.flow.transitions, self === undefined ? [] : [self]);
  const counted = campaign.flow.activities
    .filter((a) => !behind.has(a.id) && !carriesNobody(a))
    .flatMap((a) =>
      outputsOf(a).map((output): { label: string; is: Compared } => ({
        label: t.steer.peopleOf(transitionLabel(a, output, t)),
        is: { kind: 'count', activity: a.id, output },
      })),
    );
  const choices: { label: string; hint?: string; is: Compared }[] = [
    ...(self === undefined ? [] : [{ label: t.steer.arrivals, is: { kind: 'count' as const } }]),
    ...counted,
    ...(variables ? (campaign.variables ?? []) : []).map((v) => ({
      label: `$${v.name}`,
      hint: t.variables.types[v.type],
      is: { kind: 'variable' as const, variable: v.name },
    })),
  ];
  const options = choices.map(({ label: says, hint, is }) => ({ value: keyOf(is), label: says, ...(hint ? { hint } : {}) }));
  return (
    <Select
      label={label}
      value={value && keyOf(value)}
      placeholder={t.common.choose}
      options={options}
      onChange={(key) => {
        const found = choices.find((choice) => keyOf(choice.is) === key);
        if (found) onChange(found.is);
      }}
    />
  );
}

function keyOf(compared: Compared): string {
  if (compared.kind === 'variable') return `$${compared.variable}`;
  return compared.activity === undefined ? '-' : `${compared.activity}/${compared.output ?? ''}`;
}
