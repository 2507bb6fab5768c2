import { create } from 'zustand';
import type { Audience } from '../../core/model/audience';
import type { Campaign } from '../../core/model/campaign';
import type { Endpoint } from '../../core/model/endpoint';
import type { Filter } from '../../core/model/filter';
import type { Query } from '../../core/model/query';
import { call } from './host';

/** The saved documents of the workspace that other places refer to. */
interface Library {
  campaigns: Campaign[] | null;
  audiences: Audience[] | null;
  filters: Filter[] | null;
  queries: Query[] | null;
  endpoints: Endpoint[] | null;
}

export const useLibrary = create<Library>(() => ({ campaigns: null, audiences: null, filters: null, queries: null, endpoints: null }));

export async function refreshCampaigns(): Promise<void> {
  useLibrary.setState({ campaigns: await call('campaign.list', {}) });
}

export async function refreshAudiences(): Promise<void> {
  useLibrary.setState({ audiences: await call('audience.list', {}) });
}

export async function refreshFilters(): Promise<void> {
  useLibrary.setState({ filters: await call('filter.list', {}) });
}

export async function refreshQueries(): Promise<void> {
  useLibrary.setState({ queries: await call('query.list', {}) });
}

export async function refreshEndpoints(): Promise<void> {
  useLibrary.setState({ endpoints: await call('endpoint.list', {}) });
}
