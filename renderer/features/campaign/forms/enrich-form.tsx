import { ListOrdered, Plus, Sigma, Trash2 } from 'lucide-react';
import type { Addition } from '../../../../core/model/activity';
import { useData } from '../../../state/data';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Field, Input } from '../../../ui/field';
import { At, ProblemsHere } from '../problems-here';
import { AdditionFields } from './addition-fields';
import type { FormProps } from './form-props';
import { newAddition } from './new-addition';

export function EnrichForm({ activity, dimension, onChange }: FormProps<'enrich'>) {
  const t = useText();
  const model = useData((state) => state.model);
  const { additions } = activity;
  const names = { attribute: t.forms.addAttribute, aggregate: t.forms.addAggregate, collect: t.shape.collect };
  const icons = { attribute: Plus, aggregate: Sigma, collect: ListOrdered };
  const set = (next: Addition[], squash?: string) => onChange({ ...activity, additions: next }, squash);
  const taken = additions.map((a) => a.as);
  return (
    <div className="column" role="group" aria-label={t.forms.additions}>
      {additions.map((addition, i) => {
        const change = (next: Addition, squash?: string) =>
          set(
            additions.map((was, j) => (j === i ? next : was)),
            squash,
          );
        return (
          <div className="rule-part" key={i} role="group" aria-label={addition.as}>
            <div className="row">
              <strong className="grow">{names[addition.kind]}</strong>
              <Button
                label={t.common.remove}
                icon={Trash2}
                iconOnly
                size="small"
                disabled={additions.length === 1}
                onClick={() => set(additions.filter((_, j) => j !== i))}
              />
            </div>
            <At steps={['additions', i]}>
              {dimension && <AdditionFields addition={addition} dimension={dimension} onChange={change} />}
              <ProblemsHere />
            </At>
            <Field label={t.forms.as}>
              {(id) => <Input id={id} value={addition.as} onChange={(as) => as && change({ ...addition, as }, `as/${i}`)} />}
            </Field>
          </div>
        );
      })}
      <div className="row wrap add-line">
        {(['attribute', 'aggregate', 'collect'] as const).map((kind) => {
          const addition = dimension === undefined ? undefined : newAddition(kind, model, dimension, taken);
          return (
            <Button
              key={kind}
              label={names[kind]}
              icon={icons[kind]}
              size="small"
              disabled={!addition}
              onClick={() => addition && set([...additions, addition])}
            />
          );
        })}
      </div>
    </div>
  );
}
