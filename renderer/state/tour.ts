import { create } from 'zustand';
import { select, useCampaign } from './campaign';
import { call } from './host';
import { usePreferences } from './preferences';
import { go, useSession } from './session';

/** What the tour shows, in order; what bears such a name as `data-tour` is pointed at. */
export const stops = ['counts', 'rule', 'rows', 'rehearse', 'deliver', 'keys'] as const;
export type Stop = (typeof stops)[number];

/** Stops that point at something of a campaign. */
const inCampaign: ReadonlySet<Stop> = new Set(['counts', 'rule', 'rows', 'rehearse']);

interface Tour {
  stop: Stop | undefined;
  /** The campaign it is shown on. */
  campaign: string | undefined;
  offered: boolean;
}

export const useTour = create<Tour>(() => ({ stop: undefined, campaign: undefined, offered: false }));

/** Asks once in the life of a person's preferences whether to be shown around. */
export function offerTour(): void {
  if (usePreferences.getState().tourOffered) return;
  usePreferences.setState({ tourOffered: true });
  useTour.setState({ offered: true });
}

export const declineTour = () => useTour.setState({ offered: false });

/** Starts on the campaign that is open, or else the first that gathers people with a rule. */
export async function startTour(): Promise<void> {
  const { place } = useSession.getState();
  const campaigns = await call('campaign.list', {});
  const ruled = campaigns.find((campaign) => campaign.flow.activities.some((activity) => activity.type === 'build-audience'));
  const open = place.name === 'campaigns' ? place.item : undefined;
  const campaign = open ?? (ruled ?? campaigns[0])?.id;
  if (campaign === undefined) return;
  useTour.setState({ campaign, offered: false });
  turnTo(stops[0]);
}

export function turnTo(stop: Stop): void {
  if (inCampaign.has(stop)) go('campaigns', useTour.getState().campaign);
  useTour.setState({ stop });
}

export const leaveTour = () => useTour.setState({ stop: undefined });

/** Selects what a stop is about, so that its form and its people are shown. */
export function selectFor(stop: Stop): void {
  const { campaign, selection } = useCampaign.getState();
  const needed = stop === 'rule' || (stop === 'rows' && selection.activities.length !== 1);
  const gathering = campaign?.flow.activities.find((activity) => activity.type === 'build-audience');
  if (needed && gathering) select({ activities: [gathering.id] });
}
