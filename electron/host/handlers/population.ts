import { countHistogram } from '../../../core/usecases/population/histogram';
import { listFields } from '../../../core/usecases/population/list-fields';
import { listValues } from '../../../core/usecases/population/list-values';
import { profileAgainst } from '../../../core/usecases/population/profile-against';
import { readPopulation } from '../../../core/usecases/population/read-population';
import { savePopulation } from '../../../core/usecases/population/save-population';
import { summariseField } from '../../../core/usecases/population/summarise-field';
import { tellingField } from '../../../core/usecases/population/telling-field';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function populationHandlers(state: HostState): Group<'population'> {
  const { context } = state;
  const at = ({ asOf }: { asOf?: string | undefined }) => state.asOf(asOf);
  return {
    'population.rows': (input, { signal }) => readPopulation(context(), { ...input, asOf: at(input), signal }),
    'population.fields': (input, { signal }) => listFields(context(), { ...input, asOf: at(input), signal }),
    'population.tellingField': (input, { signal }) => tellingField(context(), { ...input, asOf: at(input), signal }),
    'population.column': (input, { signal }) => summariseField(context(), { ...input, asOf: at(input), signal }),
    'population.values': (input, { signal }) => listValues(context(), { ...input, asOf: at(input), signal }),
    'population.histogram': (input, { signal }) => countHistogram(context(), { ...input, asOf: at(input), signal }),
    'population.profile': (input, { signal, progress }) =>
      profileAgainst(context(), { ...input, asOf: at(input), signal, onProgress: progress }),
    'population.save': (input, { signal }) => savePopulation(context(), { ...input, asOf: at(input), signal }),
  };
}
