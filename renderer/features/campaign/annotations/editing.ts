import { create } from 'zustand';

/** The note or group whose words are being written on the canvas. */
export const useEditing = create<{ id: string | undefined }>(() => ({ id: undefined }));

export function startEditing(id: string | undefined): void {
  useEditing.setState({ id });
}
