import { Trash2 } from 'lucide-react';
import type { ActivityOf } from '../../../../core/model/activity';
import { useData } from '../../../state/data';
import { useLibrary } from '../../../state/library';
import { entityNamed, pathsFrom } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { AddButton, Button } from '../../../ui/button';
import { Segmented } from '../../../ui/choice';
import { arrivals, columnsFrom, dimensionOn } from '../population';
import { PathSelect } from '../rules/attribute-select';
import { inputLabel } from '../sentence';
import { useSpeaker } from '../speaker';
import type { FormProps } from './form-props';
import { ColumnSelect } from './inputs';

type Bring = NonNullable<ActivityOf<'combine'>['bring']>[number];

/** How rows of another entity are taken out of ours: one block for each input that holds such rows. */
export function BringFields({ activity, campaign, dimension, added, onChange }: FormProps<'combine'>) {
  const t = useText();
  const speaker = useSpeaker();
  const model = useData((state) => state.model);
  const audiences = useLibrary((state) => state.audiences) ?? [];
  if (dimension === undefined) return null;
  const bring = activity.bring ?? [];
  const foreign = arrivals(campaign, activity.id)
    .filter(({ input }) => input !== (activity.primary ?? 0))
    .map((arrow) => ({ arrow, there: dimensionOn(campaign, model, audiences, arrow) }))
    .filter(({ arrow, there }) => there !== dimension || bring.some((b) => b.input === arrow.input));
  const set = (input: number, next: Bring | undefined) => {
    const others = bring.filter((b) => b.input !== input);
    const all = next ? [...others, next].sort((a, b) => a.input - b.input) : others;
    onChange({ ...activity, bring: all.length > 0 ? all : undefined });
  };
  return foreign.map(({ arrow: { input, from }, there }) => {
    const now = bring.find((b) => b.input === input);
    const paths = there === undefined ? [] : pathsFrom(model, there, 3, false).filter((p) => p.entity === dimension);
    const source = campaign.flow.activities.find((a) => a.id === from);
    const theirs = source ? columnsFrom(campaign, model, audiences, source) : [];
    const match = (): Bring => {
      const their = entityNamed(model, there)?.key[0] ?? theirs[0] ?? 'id';
      return { kind: 'match', input, on: [{ primary: entityNamed(model, dimension)?.key[0] ?? added[0] ?? 'id', other: their }] };
    };
    const turn = (kind: 'none' | Bring['kind']) => {
      if (kind === 'none') return set(input, undefined);
      if (kind === 'match') return set(input, match());
      const [path] = paths;
      if (path) set(input, { kind, input, path: path.path });
    };
    const label = t.shape.bring(inputLabel(activity, input, speaker) ?? t.shape.input(input + 1));
    const kinds = (['none', ...(paths.length > 0 ? (['path'] as const) : []), 'match'] as const).map((value) => ({
      value,
      label: t.shape.brings[value],
    }));
    return (
      <div className="field" role="group" aria-label={label} key={input}>
        <span className="field-label">{label}</span>
        <div>
          <Segmented label={label} value={now?.kind ?? 'none'} options={kinds} onChange={turn} />
        </div>
        {now?.kind === 'path' && there !== undefined && (
          <PathSelect entity={there} to={dimension} value={now.path} onChange={(path) => set(input, { ...now, path })} />
        )}
        {now?.kind === 'match' && (
          <MatchPairs
            bring={now}
            ours={{ entity: dimension, added }}
            theirs={{ entity: there, added: theirs }}
            onChange={(b) => set(input, b)}
          />
        )}
        <span className="field-hint">{t.shape.bringHint(dimension)}</span>
      </div>
    );
  });
}

interface Side {
  entity: string | undefined;
  added: readonly string[];
}

function MatchPairs({
  bring,
  ours,
  theirs,
  onChange,
}: {
  bring: Extract<Bring, { kind: 'match' }>;
  ours: Side;
  theirs: Side;
  onChange: (bring: Bring) => void;
}) {
  const t = useText();
  const { on } = bring;
  const set = (next: typeof on) => onChange({ ...bring, on: next });
  const first = on[0];
  return (
    <>
      {on.map((pair, i) => (
        <div className="row" key={i}>
          <ColumnSelect
            label={t.shape.theirColumn}
            {...theirs}
            value={pair.other}
            onChange={(other) => set(on.map((was, j) => (j === i ? { ...was, other } : was)))}
          />
          <span className="muted">=</span>
          <ColumnSelect
            label={t.shape.ourColumn}
            {...ours}
            value={pair.primary}
            onChange={(primary) => set(on.map((was, j) => (j === i ? { ...was, primary } : was)))}
          />
          <Button
            label={t.common.remove}
            icon={Trash2}
            iconOnly
            size="small"
            disabled={on.length === 1}
            onClick={() => set(on.filter((_, j) => j !== i))}
          />
        </div>
      ))}
      <AddButton label={t.shape.addPair} onClick={() => first && set([...on, first])} />
    </>
  );
}
