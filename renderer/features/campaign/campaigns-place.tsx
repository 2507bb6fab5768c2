import { useDeferredValue, useEffect } from 'react';
import { closeCampaign, openCampaign, saveNow, useCampaign } from '../../state/campaign';
import { attempt } from '../../state/failures';
import { refreshAudiences, refreshCampaigns, refreshFilters, useLibrary } from '../../state/library';
import { go } from '../../state/session';
import { useText } from '../../text/use-text';
import { CampaignList } from './campaign-list';
import './canvas/canvas.css';
import { Editor } from './editor';
import './editor.css';

/** The list of campaigns, or one of them on its canvas. */
export function CampaignsPlace({ item }: { item: string | undefined }) {
  const t = useText();
  const opened = useCampaign((state) => state.campaign);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language only names the job; changing it must not open the campaign again
  useEffect(() => {
    let wanted = true;
    const enter = async () => {
      await saveNow();
      await Promise.all([refreshAudiences(), refreshFilters(), refreshCampaigns()]);
      const found = useLibrary.getState().campaigns?.find((c) => c.id === item);
      if (item === undefined) return;
      if (!found) return go('campaigns');
      const words = { counting: t.campaign.counting, keeping: t.campaign.keeping, elsewhere: t.campaign.edits.elsewhere };
      await openCampaign(found, words, () => wanted);
    };
    attempt(enter);
    return () => {
      wanted = false;
      attempt(closeCampaign);
    };
  }, [item]);
  // Drawn bit by bit the first time; from then on what is typed is drawn at once.
  const drawn = useDeferredValue(opened?.id);
  if (item === undefined) return <CampaignList />;
  return opened?.id === item && drawn === item ? <Editor campaign={opened} /> : null;
}
