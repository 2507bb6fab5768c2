import { AppError } from '../../../core/base/errors';
import { campaignSql } from '../../../core/usecases/campaign/campaign-sql';
import { checkCampaign } from '../../../core/usecases/campaign/check-campaign';
import { countCampaign } from '../../../core/usecases/campaign/count-campaign';
import { exportCampaign } from '../../../core/usecases/campaign/export-campaign';
import { messageWaterfall } from '../../../core/usecases/campaign/message-waterfall';
import { readOutputRows } from '../../../core/usecases/campaign/read-output-rows';
import { rehearseCampaign } from '../../../core/usecases/campaign/rehearse-campaign';
import { removeCampaign } from '../../../core/usecases/campaign/remove-campaign';
import { runCampaign } from '../../../core/usecases/campaign/run-campaign';
import { findDocument } from '../../../core/usecases/find-document';
import { createFiles } from '../files/create-files';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function campaignHandlers(state: HostState): Group<'campaign'> {
  const { context } = state;
  const running = new Set<string>();
  const at = ({ asOf }: { asOf?: string | undefined }) => state.asOf(asOf);
  return {
    'campaign.list': () => context().store.list('campaign'),
    'campaign.save': async ({ campaign }) => {
      await context().store.commit([{ kind: 'campaign', id: campaign.id, document: campaign }]);
      return {};
    },
    'campaign.remove': async ({ id }) => {
      await removeCampaign(context(), id);
      return {};
    },
    'campaign.check': ({ campaign }) => checkCampaign(context(), campaign, state.asOf(undefined)),
    'campaign.count': (input, { signal, progress }) =>
      countCampaign(context(), input.campaign, { asOf: at(input), signal, onProgress: progress }),
    'campaign.rows': (input, { signal }) => readOutputRows(context(), { ...input, asOf: at(input), signal }),
    'campaign.sql': (input) => campaignSql(context(), input.campaign, at(input)),
    'campaign.waterfall': (input, { signal }) => messageWaterfall(context(), { ...input, asOf: at(input), signal }),
    'campaign.rehearse': (input, { signal, progress }) =>
      rehearseCampaign(context(), input.campaign, { asOf: at(input), signal, onProgress: progress }),
    'campaign.run': async ({ id, asOf }, { signal, progress }) => {
      const ctx = context();
      const { name } = findDocument(ctx, 'campaign', id);
      // A second click must not become a second sending.
      if (running.has(id)) throw new AppError('campaign-running', { campaign: name });
      running.add(id);
      try {
        state.renewAsOf();
        return await runCampaign(ctx, id, { asOf: state.asOf(asOf), signal, onProgress: progress });
      } finally {
        running.delete(id);
      }
    },
    'campaign.export': (input, { signal, progress }) => {
      const ctx = context();
      const request = {
        campaign: findDocument(ctx, 'campaign', input.id),
        message: input.message,
        asOf: at(input),
        destination: input.folder === undefined ? undefined : createFiles(input.folder),
      };
      return exportCampaign(ctx, request, { signal, onProgress: progress });
    },
  };
}
