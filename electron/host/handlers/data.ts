import { checkHealth } from '../../../core/usecases/data/check-health';
import { loadDdl } from '../../../core/usecases/data/load-ddl';
import { measureKey } from '../../../core/usecases/data/measure-key';
import { measureLink } from '../../../core/usecases/data/measure-link';
import { profileColumns } from '../../../core/usecases/data/profile-columns';
import { proposeLinks } from '../../../core/usecases/data/propose-links';
import { readEntityRows } from '../../../core/usecases/data/read-entity-rows';
import { readModel } from '../../../core/usecases/data/read-model';
import { reconcileProfile } from '../../../core/usecases/data/reconcile-profile';
import { removeAttribute } from '../../../core/usecases/data/remove-attribute';
import { removeEntity } from '../../../core/usecases/data/remove-entity';
import { removeLink } from '../../../core/usecases/data/remove-link';
import { saveAttribute } from '../../../core/usecases/data/save-attribute';
import { saveKey } from '../../../core/usecases/data/save-key';
import { saveLink } from '../../../core/usecases/data/save-link';
import { tryDerivation } from '../../../core/usecases/data/try-derivation';
import { readEntityQuery } from '../../../core/usecases/sql/entity-query';
import { usedBy } from '../../../core/usecases/uses/used-by';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function dataHandlers(state: HostState): Group<'model' | 'entity'> {
  return {
    'model.read': () => readModel(state.context()),
    'model.loadDdl': ({ sql, dryRun }) => loadDdl(state.context(), sql, { dryRun }),
    'model.proposeLinks': ({ entity }, { signal, progress }) => proposeLinks(state.context(), { entity, signal, onProgress: progress }),
    'model.measureLink': ({ link }, { signal }) => measureLink(state.context(), link, { signal }),
    'model.saveLink': async ({ link }) => {
      await saveLink(state.context(), link);
      return {};
    },
    'model.removeLink': async ({ from, name, force }) => {
      await removeLink(state.context(), { from, name }, { force });
      return {};
    },
    'model.usedBy': ({ of }) => usedBy(state.context(), of),
    'entity.rows': (request, { signal }) => readEntityRows(state.context(), { ...request, signal }),
    'entity.columns': ({ entity }, { signal, progress }) => profileColumns(state.context(), entity, { signal, onColumn: progress }),
    'entity.saveAttribute': async ({ entity, attribute }) => {
      await saveAttribute(state.context(), entity, attribute);
      state.renewAsOf();
      return {};
    },
    'entity.measureKey': ({ entity, key }, { signal }) => measureKey(state.context(), entity, key, signal),
    'entity.saveKey': async ({ entity, key }) => {
      await saveKey(state.context(), entity, key);
      state.renewAsOf();
      return {};
    },
    'entity.removeAttribute': async ({ entity, attribute }) => {
      await removeAttribute(state.context(), entity, attribute);
      state.renewAsOf();
      return {};
    },
    'entity.tryDerivation': ({ entity, attribute, derived }) => tryDerivation(state.context(), entity, { name: attribute, derived }),
    'model.reconcile': (_input, { signal, progress }) => reconcileProfile(state.context(), { signal, onFound: progress }),
    'entity.query': ({ entity }) => readEntityQuery(state.context(), entity),
    'entity.health': (_input, { signal }) => checkHealth(state.context(), state.context().sources, signal),
    'entity.remove': async ({ entity, force }) => {
      await removeEntity(state.context(), entity, { force });
      return {};
    },
  };
}
