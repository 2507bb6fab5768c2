import { create } from 'zustand';
import { go } from './session';

export const audienceTabs = ['members', 'definition', 'profile', 'difference', 'uses'] as const;
export type AudienceTab = (typeof audienceTabs)[number];

/** What the page of an audience shows, until another one is looked at. */
const useShown = create<{ audience: string | undefined; tab: AudienceTab }>(() => ({ audience: undefined, tab: 'members' }));

export const useAudienceTab = (audience: string): AudienceTab => useShown((state) => (state.audience === audience ? state.tab : 'members'));

export function showAudienceTab(audience: string, tab: AudienceTab): void {
  useShown.setState({ audience, tab });
}

/** Goes to what makes an audience. */
export function openDefinition(audience: string): void {
  showAudienceTab(audience, 'definition');
  go('audiences', audience);
}
