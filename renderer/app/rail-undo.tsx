import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import type { UndoDirection } from '../../core/model/undo';
import { useData } from '../state/data';
import { attempt } from '../state/failures';
import { useLibrary } from '../state/library';
import { useSession } from '../state/session';
import { peek, undoPlaceOf, useUndoable, walk } from '../state/undo-places';
import { useText } from '../text/use-text';
import { Button } from '../ui/button';

/** Undo and redo of the place that is shown. */
export function RailUndo() {
  const place = useSession((state) => (state.workspace ? undoPlaceOf(state.place) : undefined));
  const settings = useSession((state) => state.settings);
  const library = useLibrary();
  const model = useData((state) => state.model);
  // Whatever changed may be what can be undone now.
  useEffect(() => attempt(peek), [place, settings, library, model]);
  if (!place) return null;
  return (
    <div className="rail-undo">
      <Walk direction="undo" />
      <Walk direction="redo" />
    </div>
  );
}

function Walk({ direction }: { direction: UndoDirection }) {
  const t = useText();
  const place = useSession((state) => undoPlaceOf(state.place));
  const step = useUndoable((state) => state[direction]);
  const of = direction === 'undo' ? t.undo.undoOf : t.undo.redoOf;
  return (
    <Button
      label={step ? of(step) : t.undo[direction]}
      keys={direction === 'undo' ? 'Ctrl+Z' : 'Ctrl+Shift+Z'}
      icon={direction === 'undo' ? Undo2 : Redo2}
      iconOnly
      size="small"
      disabled={!step}
      onClick={() => place && attempt(() => walk(place, direction))}
    />
  );
}
