import { useMemo } from 'react';
import type { PopulationChoice } from '../../../core/model/population';
import { useData } from '../../state/data';
import { call } from '../../state/host';
import { usePersonal } from '../../state/personal';
import { useAsked } from '../../state/use-asked';
import { useFormats, useText } from '../../text/use-text';
import { Grid } from '../../ui/grid';
import type { RowAct } from '../../ui/grid-row';
import type { LoadPage } from '../../ui/pages';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';

/** Most fields that the host reads beside the key. */
const most = 50;

/** The rows of a population with its own columns and attributes; the foot says where there are more than are shown. */
export function PopulationRows({ population, label, act }: { population: PopulationChoice; label?: string; act?: RowAct }) {
  const model = useData((state) => state.model);
  const t = useText();
  const f = useFormats();
  const personal = usePersonal();
  const asked = JSON.stringify(population);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same population is often another object
  const ask = useMemo(() => (signal: AbortSignal) => call('population.fields', { population }, { signal }), [asked]);
  const { value: known, error } = useAsked(ask, model);
  const own = useMemo(() => known?.filter(({ field, origin }) => origin !== 'key' && (field.path ?? []).length === 0), [known]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields are those of the population
  const load = useMemo<LoadPage>(() => {
    const fields = own?.slice(0, most).map(({ field }) => field) ?? [];
    return (window, sort, signal) => call('population.rows', { population, fields, ...window, ...(sort ? { sort } : {}) }, { signal });
  }, [own]);
  if (error !== undefined) return <Failure error={error} />;
  if (!own) return <Progress label={t.common.loading} />;
  const foot = own.length > most ? t.audiences.someFields(f.number(most), f.number(own.length)) : undefined;
  return <Grid load={load} sortable personal={personal} foot={foot} {...(label === undefined ? {} : { label })} {...(act && { act })} />;
}
