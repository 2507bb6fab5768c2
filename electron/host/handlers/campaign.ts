import { AppError } from '../../../core/base/errors';
import { chainOf } from '../../../core/plan/signals';
import { campaignSql } from '../../../core/usecases/campaign/campaign-sql';
import { checkCampaign } from '../../../core/usecases/campaign/check-campaign';
import { countCampaign, manyRows } from '../../../core/usecases/campaign/count-campaign';
import { exportCampaign } from '../../../core/usecases/campaign/export-campaign';
import { exportsOf } from '../../../core/usecases/campaign/exports-of';
import { forgetPassed } from '../../../core/usecases/campaign/forget-passed';
import { readJournal } from '../../../core/usecases/campaign/journal';
import { keepLook, readLook } from '../../../core/usecases/campaign/look';
import { messageWaterfall } from '../../../core/usecases/campaign/message-waterfall';
import type { Basis } from '../../../core/usecases/campaign/plan-for';
import { ranCampaigns } from '../../../core/usecases/campaign/ran-campaigns';
import { rehearseCampaign } from '../../../core/usecases/campaign/rehearse-campaign';
import { removeCampaign } from '../../../core/usecases/campaign/remove-campaign';
import { runCampaign } from '../../../core/usecases/campaign/run-campaign';
import { saveCampaign } from '../../../core/usecases/campaign/save-campaign';
import { unusedId } from '../../../core/usecases/campaign/unused-id';
import { whyRow } from '../../../core/usecases/campaign/why-row';
import { worksOf } from '../../../core/usecases/campaign/work-log';
import { findDocument } from '../../../core/usecases/find-document';
import { createFiles } from '../files/create-files';
import type { HostState } from '../host-state';
import type { Group } from './group';

export function campaignHandlers(state: HostState): Group<'campaign'> {
  const { context } = state;
  const running = new Set<string>();
  const at = ({ asOf, variables }: Partial<Basis>): Basis => ({ asOf: state.asOf(asOf), variables });
  return {
    'campaign.list': () => context().store.list('campaign'),
    'campaign.save': async ({ campaign, edits }) => {
      await saveCampaign(context(), campaign, edits);
      return {};
    },
    'campaign.unusedId': async ({ like }) => ({ id: await unusedId(context(), like) }),
    'campaign.journal': async ({ id }) => ({ entries: await readJournal(context(), id) }),
    'campaign.look': async ({ id }) => ({ look: await readLook(context(), id) }),
    'campaign.keepLook': async ({ id, look }) => {
      await keepLook(context(), id, look);
      return {};
    },
    'campaign.remove': async ({ id, force }) => {
      await removeCampaign(context(), id, { force });
      return {};
    },
    'campaign.memory': ({ id }) => context().store.read('memory', id)?.queries ?? [],
    'campaign.forget': async ({ id, activity }) => {
      const ctx = context();
      if (running.has(id)) throw new AppError('campaign-running', { campaign: findDocument(ctx, 'campaign', id).name });
      await forgetPassed(ctx, id, activity);
      return {};
    },
    'campaign.check': (input) => checkCampaign(context(), input.campaign, at(input)),
    'campaign.count': (input, { signal, progress }) =>
      countCampaign(context(), input.campaign, { ...at(input), countsFirst: manyRows, signal, onProgress: progress }),
    'campaign.sql': (input) => campaignSql(context(), input.campaign, at(input)),
    'campaign.why': (input, { signal }) => whyRow(context(), { ...input, ...at(input), signal }),
    'campaign.log': ({ id }) => [...worksOf(context(), id)],
    'campaign.waterfall': (input, { signal }) => messageWaterfall(context(), { ...input, ...at(input), signal }),
    'campaign.rehearse': (input, { signal, progress }) =>
      rehearseCampaign(context(), input.campaign, { ...at(input), signal, onProgress: progress }),
    'campaign.ran': () => ranCampaigns(context()),
    'campaign.run': async (input, { signal, progress }) => {
      const ctx = context();
      findDocument(ctx, 'campaign', input.id);
      const chain = chainOf(input.id, ctx.store.list('campaign'));
      // A second click must not become a second sending.
      const busy = [...chain].find((id) => running.has(id));
      if (busy !== undefined) throw new AppError('campaign-running', { campaign: ctx.store.read('campaign', busy)?.name ?? busy });
      for (const id of chain) running.add(id);
      try {
        state.renewAsOf();
        const result = await runCampaign(ctx, input.id, { ...at(input), signal, onProgress: progress });
        return { ...result, exports: exportsOf(ctx, findDocument(ctx, 'run', result.run)) };
      } finally {
        for (const id of chain) running.delete(id);
      }
    },
    'campaign.export': (input, { signal, progress }) => {
      const ctx = context();
      const request = {
        campaign: findDocument(ctx, 'campaign', input.id),
        message: input.message,
        ...at(input),
        destination: input.folder === undefined ? undefined : createFiles(input.folder),
      };
      return exportCampaign(ctx, request, { signal, onProgress: progress });
    },
  };
}
