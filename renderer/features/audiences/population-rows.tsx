import { useMemo } from 'react';
import type { PopulationChoice } from '../../../core/model/population';
import { call } from '../../state/host';
import { usePersonal } from '../../state/personal';
import { Grid } from '../../ui/grid';
import type { LoadPage } from '../../ui/pages';

/** The rows of a population with every attribute of its own. */
export function PopulationRows({ population, label }: { population: PopulationChoice; label?: string }) {
  const personal = usePersonal();
  const asked = JSON.stringify(population);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same population is often another object
  const load = useMemo<LoadPage>(() => {
    const fields = call('population.fields', { population }).then((known) =>
      known.filter(({ field, origin }) => origin !== 'key' && (field.path ?? []).length === 0).slice(0, 50),
    );
    return async (window, sort, signal) => {
      const wanted = (await fields).map(({ field }) => field);
      return call('population.rows', { population, fields: wanted, ...window, ...(sort ? { sort } : {}) }, { signal });
    };
  }, [asked]);
  return <Grid load={load} sortable personal={personal} {...(label === undefined ? {} : { label })} />;
}
