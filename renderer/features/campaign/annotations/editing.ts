import { create } from 'zustand';
import { useCampaign } from '../../../state/campaign';

interface Editing {
  /** The note or group whose words are being written. */
  id: string | undefined;
  /** Whether something of them was written before their field was drawn. */
  ahead: boolean;
}

export const useEditing = create<Editing>(() => ({ id: undefined, ahead: false }));

export function startEditing(id: string | undefined): void {
  useEditing.setState({ id, ahead: false });
}

/** What is being written, as long as it is there and selected. */
export function written(): string | undefined {
  const { campaign, selection } = useCampaign.getState();
  const { id } = useEditing.getState();
  if (id === undefined) return undefined;
  const isThere = campaign?.notes?.[id] !== undefined || campaign?.groups?.[id] !== undefined;
  if (isThere && selection.annotations?.includes(id)) return id;
  startEditing(undefined);
  return undefined;
}

/** The words are written in the form of what is selected. */
export function writeInForm(): void {
  document.querySelector<HTMLElement>('.editor-inspector :is(textarea, input:not([type=number]))')?.focus();
}
