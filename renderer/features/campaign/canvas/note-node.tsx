import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useCampaign } from '../../../state/campaign';
import { useText } from '../../../text/use-text';
import { changeNote, resizeNote } from '../annotations/actions';
import { startEditing, useEditing } from '../annotations/editing';
import { noteIcons } from '../annotations/note-roles';
import type { NoteNodeType } from './node-types';

/** Text on the canvas, written in place. */
export const NoteNode = memo(function NoteNode({ id, data: { note }, selected }: NodeProps<NoteNodeType>) {
  const t = useText();
  const isWritten = useEditing((state) => state.id === id);
  const Icon = noteIcons[note.role];
  return (
    <>
      <NodeResizer isVisible={selected} minWidth={120} minHeight={64} onResizeEnd={(_event, box) => resizeNote(id, box, t)} />
      <div className="note" data-role={note.role} data-selected={selected} data-testid={`note-${id}`}>
        <div className="note-head">
          <Icon aria-hidden />
          {t.annotations.roles[note.role]}
        </div>
        {isWritten ? (
          <Words id={id} />
        ) : (
          <p className="note-words nowheel" data-empty={note.text === ''}>
            {note.text || t.annotations.noWords}
          </p>
        )}
      </div>
    </>
  );
});

/** Reads the document itself: nodes come to the canvas a moment later, too late for a caret. */
function Words({ id }: { id: string }) {
  const t = useText();
  const note = useCampaign((state) => state.campaign?.notes?.[id]);
  if (!note) return null;
  return (
    <textarea
      ref={focusAtEnd}
      className="note-words nodrag nopan nowheel"
      aria-label={t.annotations.words}
      maxLength={4000}
      value={note.text}
      onChange={(event) => changeNote(id, { ...note, text: event.target.value }, t, 'text')}
      onKeyDown={(event) => event.key === 'Escape' && startEditing(undefined)}
      onBlur={() => startEditing(undefined)}
    />
  );
}

const focusAtEnd = (element: HTMLTextAreaElement | null) => {
  if (!element || document.activeElement === element) return;
  element.focus();
  element.setSelectionRange(element.value.length, element.value.length);
};
