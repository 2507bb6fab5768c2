import { useRef } from 'react';
import type { Campaign } from '../../../../core/model/campaign';
import { staleActivities } from '../../../state/stale';

/** The campaign as of the last edit that could change what `activity` hands on: moving nodes reloads nothing. */
export function useMeaning(campaign: Campaign, activity: string): Campaign {
  const kept = useRef(campaign);
  if (kept.current !== campaign && (kept.current.id !== campaign.id || staleActivities(kept.current, campaign).has(activity)))
    kept.current = campaign;
  return kept.current;
}
