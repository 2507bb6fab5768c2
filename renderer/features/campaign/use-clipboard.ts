import { useEffect } from 'react';
import { edit, select, useCampaign } from '../../state/campaign';
import { attempt } from '../../state/failures';
import { useText } from '../../text/use-text';
import { removeActivities } from './edits';
import { excerptOf, pasteExcerpt, readExcerpt } from './excerpts';
import { isWriting } from './shortcuts';

/** Copy, cut and paste of activities, as text on the system's clipboard: into this campaign, another one, or a message to a colleague. */
export function useClipboard(): void {
  const t = useText();
  useEffect(() => {
    const busy = (event: ClipboardEvent) =>
      isWriting(event.target) || !document.getSelection()?.isCollapsed || document.querySelector('[role=dialog]') !== null;
    const put = (event: ClipboardEvent): readonly string[] => {
      const { campaign, selection } = useCampaign.getState();
      if (!campaign || selection.activities.length === 0 || busy(event)) return [];
      event.clipboardData?.setData('text/plain', JSON.stringify(excerptOf(campaign, selection.activities), null, 2));
      event.preventDefault();
      return selection.activities;
    };
    const cut = (event: ClipboardEvent) => {
      const ids = put(event);
      if (ids.length > 0) edit(t.campaign.edits.cut(ids.length), (c) => removeActivities(c, ids));
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isWriting(event.target) || document.querySelector('[role=dialog]')) return;
      attempt(async () => {
        const { campaign } = useCampaign.getState();
        const read = readExcerpt(text);
        if (!campaign || !read) return;
        const done = pasteExcerpt(campaign, read);
        edit(t.campaign.edits.paste(done.copies.length), () => done.campaign);
        select({ activities: done.copies });
      });
    };
    document.addEventListener('copy', put);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', put);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [t]);
}
