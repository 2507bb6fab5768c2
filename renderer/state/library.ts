import { create } from 'zustand';
import { sameJson } from '../../core/history/patch';
import type { Audience } from '../../core/model/audience';
import type { Campaign } from '../../core/model/campaign';
import type { Endpoint } from '../../core/model/endpoint';
import type { Filter } from '../../core/model/filter';
import type { Query } from '../../core/model/query';
import { byName } from './by-name';
import { call } from './host';

/** The saved documents of the workspace that other places refer to. */
interface Library {
  campaigns: Campaign[] | null;
  audiences: Audience[] | null;
  filters: Filter[] | null;
  queries: Query[] | null;
  endpoints: Endpoint[] | null;
}

const unread: Library = { campaigns: null, audiences: null, filters: null, queries: null, endpoints: null };

export const useLibrary = create<Library>(() => unread);

/** Another workspace has other documents. */
export function clearLibrary(): void {
  useLibrary.setState(unread);
}

/** Reads again what was read of it, which another window may have changed. */
export async function refreshLibrary(): Promise<void> {
  const { campaigns, audiences, filters, queries, endpoints } = useLibrary.getState();
  await Promise.all([
    campaigns && refreshCampaigns(),
    audiences && refreshAudiences(),
    filters && refreshFilters(),
    queries && refreshQueries(),
    endpoints && refreshEndpoints(),
  ]);
}

/** By name. Lists that are what they were stay the same objects, so that nothing is drawn or asked anew. */
function take<K extends keyof Library>(kind: K, list: NonNullable<Library[K]>): void {
  const sorted = byName<{ name: string }>(list);
  if (!sameJson(useLibrary.getState()[kind], sorted)) useLibrary.setState({ [kind]: sorted });
}

export async function refreshCampaigns(): Promise<void> {
  take('campaigns', await call('campaign.list', {}));
}

export async function refreshAudiences(): Promise<void> {
  take('audiences', await call('audience.list', {}));
}

export async function refreshFilters(): Promise<void> {
  take('filters', await call('filter.list', {}));
}

export async function refreshQueries(): Promise<void> {
  take('queries', await call('query.list', {}));
}

export async function refreshEndpoints(): Promise<void> {
  take('endpoints', await call('endpoint.list', {}));
}
