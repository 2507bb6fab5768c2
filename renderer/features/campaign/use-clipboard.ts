import { useEffect } from 'react';
import { edit, select, useCampaign } from '../../state/campaign';
import { attempt } from '../../state/failures';
import { useText } from '../../text/use-text';
import { isWriting } from '../../ui/is-writing';
import { type Chosen, chosenOf } from './annotations/chosen';
import { removeSelected } from './canvas/actions';
import { excerptOf, pasteExcerpt, readExcerpt } from './excerpts';

/** Copy, cut and paste of activities, notes and groups, as text on the system's clipboard: into this campaign, another one, or a message to a colleague. */
export function useClipboard(): void {
  const t = useText();
  useEffect(() => {
    const busy = (event: ClipboardEvent) =>
      isWriting(event.target) || !document.getSelection()?.isCollapsed || document.querySelector('[role=dialog]') !== null;
    const put = (event: ClipboardEvent): Chosen | undefined => {
      const { campaign, selection } = useCampaign.getState();
      const chosen = campaign ? chosenOf(campaign, selection) : undefined;
      if (!campaign || !chosen || selection.arrow || chosen.activities.length + chosen.notes.length === 0 || busy(event)) return undefined;
      event.clipboardData?.setData('text/plain', JSON.stringify(excerptOf(campaign, chosen), null, 2));
      event.preventDefault();
      return chosen;
    };
    const cut = (event: ClipboardEvent) => {
      const chosen = put(event);
      if (chosen) removeSelected(t, t.campaign.edits.cut);
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isWriting(event.target) || document.querySelector('[role=dialog]')) return;
      attempt(async () => {
        const { campaign } = useCampaign.getState();
        const read = readExcerpt(text);
        if (!campaign || !read) return;
        const done = pasteExcerpt(campaign, read);
        const what = t.annotations.contents(read.activities.length, Object.keys(read.notes ?? {}).length);
        edit(t.campaign.edits.paste(what), () => done.campaign);
        select(done.copies);
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
