import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Campaign } from '../../../core/model/campaign';
import { forgetCounts, recount, useCounts } from '../../../renderer/state/counts';
import { connectHost } from '../../../renderer/state/host';
import { useJobs } from '../../../renderer/state/jobs';
import { openHost, type TestHost } from '../../support/host';
import { build, campaign } from '../flow-document';

let host: TestHost;
/** Lets the host's answers through; what it tells on the way always comes. */
let answer: () => void;
beforeEach(async () => {
  host = await openHost();
  const { call } = host.client;
  await call('workspace.create', { folder: host.at('w'), name: 'One', sample: { customers: 20 } });
  const held = new Promise<void>((resolve) => (answer = resolve));
  connectHost(async (method, input, options) => {
    const result = await call(method, input, options);
    if (method === 'campaign.count') await held;
    return result;
  });
});
afterEach(async () => {
  answer();
  forgetCounts();
  await host.close();
});

const words = { counting: 'Counting', keeping: 'Keeping' };
const flowOf = (...ids: string[]): Campaign => ({ ...campaign, flow: { activities: ids.map(build), transitions: [] } });
const counting = () => useCounts.getState().counting;

test('counting is over when every count is told, whatever is kept after that', async () => {
  recount(flowOf('a', 'b'), new Set(), words);
  expect(counting()).toBe(true);
  await vi.waitFor(() => expect(counting()).toBe(false));
  expect([...useCounts.getState().rows]).toEqual([
    ['a/out', 20],
    ['b/out', 20],
  ]);
  expect(useCounts.getState().asOf).toBeUndefined();
  expect(useJobs.getState().running.map((job) => job.label)).toEqual(['Keeping']);

  recount(flowOf('a', 'b'), new Set(['a']), words);
  expect([...useCounts.getState().edited]).toEqual([['a/out', 20]]);
});

test('what cannot be counted is being counted until the host has said why', async () => {
  const broken: Campaign = {
    ...campaign,
    flow: {
      activities: [build('a'), { ...build('b'), dimension: 'nobody' } as (typeof campaign.flow.activities)[number]],
      transitions: [],
    },
  };
  recount(broken, new Set(), words);
  await vi.waitFor(() => expect(useCounts.getState().rows.size).toBe(1));
  expect(counting()).toBe(true);
  answer();
  await vi.waitFor(() => expect(counting()).toBe(false));
  expect(useCounts.getState().problems.map((p) => p.code)).toEqual(['flow-unknown-entity']);
});
