import { useMemo } from 'react';
import { unreachable } from '../../core/base/never';
import type { Campaign } from '../../core/model/campaign';
import type { Usable, Use } from '../../core/model/use';
import { select, useCampaign } from './campaign';
import { call } from './host';
import { useLibrary } from './library';
import { go } from './session';
import { type Asked, useAsked } from './use-asked';

/** What uses something; asked again when `version` changes. */
export function useUses(of: Usable, version: unknown = 0): Asked<Use[]> {
  const asked = JSON.stringify(of);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same thing is often another object
  const ask = useMemo(() => (signal: AbortSignal) => call('model.usedBy', { of }, { signal }), [asked, version]);
  return useAsked(ask);
}

/** What is shown of the users of something where it is to be removed. */
export function useUsers(of: Usable): { uses: Use[] | undefined; campaigns: readonly Campaign[]; onOpen: (use: Use) => void } {
  const { value: uses } = useUses(of);
  const campaigns = useLibrary((state) => state.campaigns) ?? [];
  return { uses, campaigns, onOpen: openUse };
}

/** Goes to a document that uses something: in a campaign to the first activity that does. */
export function openUse({ kind, id, places }: Use): void {
  switch (kind) {
    case 'campaign': {
      const place = places.find(([first]) => first === 'activities');
      if (place) selectWhenOpen(id, String(place[1]));
      return go('campaigns', id);
    }
    case 'audience':
      return go('audiences', id);
    case 'filter':
      return go('audiences');
    case 'query':
      return go('sql', id);
    case 'entity':
      return go('data', id);
    case 'link':
      return go('data');
    case 'workspace':
      return go('settings');
    default:
      return unreachable(kind);
  }
}

function selectWhenOpen(campaign: string, activity: string): void {
  const stop = useCampaign.subscribe((state) => {
    if (state.campaign?.id !== campaign) return;
    stop();
    select({ activities: [activity] });
  });
}
