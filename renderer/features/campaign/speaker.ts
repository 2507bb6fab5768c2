import { useMemo } from 'react';
import type { Campaign } from '../../../core/model/campaign';
import { useCampaign } from '../../state/campaign';
import { useLibrary } from '../../state/library';
import type { Formats } from '../../text/formats';
import { type Text, useFormats, useText } from '../../text/use-text';

/** What is needed to say something of a document in words: the language, and the names behind ids. */
export interface Speaker {
  t: Text;
  f: Formats;
  /** A document's name; its id where there is none. */
  name: (kind: 'audience' | 'filter' | 'campaign', id: string) => string;
  /** The campaign the activities are in. */
  campaign: Campaign | null;
}

export function useSpeaker(): Speaker {
  const t = useText();
  const f = useFormats();
  const { audiences, filters, campaigns } = useLibrary();
  const campaign = useCampaign((state) => state.campaign);
  return useMemo(() => {
    const lists = { audience: audiences, filter: filters, campaign: campaigns };
    return { t, f, campaign, name: (kind, id) => lists[kind]?.find((document) => document.id === id)?.name ?? id };
  }, [t, f, audiences, filters, campaigns, campaign]);
}
