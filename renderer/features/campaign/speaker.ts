import { useMemo } from 'react';
import type { Activity } from '../../../core/model/activity';
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
  /** Whether an audience is in the library; it is taken to be as long as nobody knows. */
  isSaved: (audience: string) => boolean;
  /** The campaign the activities are in. */
  campaign: Campaign | null;
}

/** Speaks of what says nothing of the campaign it is in, such as a rule. */
export const useNamesSpeaker = (): Speaker => useSpeakerOf(null);

export function useSpeaker(): Speaker {
  return useSpeakerOf(useCampaign((state) => state.campaign));
}

/** Speaks of one activity: only what says something of others has to hear of every change of the campaign. */
export function useSpeakerFor({ type }: Activity): Speaker {
  const looksAround = type === 'test' || type === 'combine';
  return useSpeakerOf(useCampaign((state) => (looksAround ? state.campaign : null)));
}

function useSpeakerOf(campaign: Campaign | null): Speaker {
  const t = useText();
  const f = useFormats();
  const { audiences, filters, campaigns } = useLibrary();
  return useMemo(() => {
    const lists = { audience: audiences, filter: filters, campaign: campaigns };
    return {
      t,
      f,
      campaign,
      name: (kind, id) => lists[kind]?.find((document) => document.id === id)?.name ?? id,
      isSaved: (id) => audiences?.some((audience) => audience.id === id) ?? true,
    };
  }, [t, f, audiences, filters, campaigns, campaign]);
}
