import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { ArrowDown, ArrowUp, GripVertical, IndentDecrease, IndentIncrease, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { Menu, MenuItem } from '../../../ui/menu';
import { useNamesSpeaker } from '../speaker';
import { draggedData } from './dragged';
import { type MovablePart, useMovablePart } from './movable';
import type { Direction } from './move';
import type { Spot } from './parts';
import { useRuleMoves } from './rule-moves';
import { ruleWords } from './rule-words';

const ways: readonly { direction: Direction; icon: LucideIcon; keys: string }[] = [
  { direction: 'up', icon: ArrowUp, keys: 'Alt+↑' },
  { direction: 'down', icon: ArrowDown, keys: 'Alt+↓' },
  { direction: 'in', icon: IndentIncrease, keys: 'Alt+→' },
  { direction: 'out', icon: IndentDecrease, keys: 'Alt+←' },
];

/** What a part is dragged by; clicked, it offers the same moves to who does not drag. */
export function Grip() {
  const part = useMovablePart();
  return part && <GripOf part={part} />;
}

function GripOf({ part }: { part: MovablePart }) {
  const t = useText();
  const speaker = useNamesSpeaker();
  const moves = useRuleMoves();
  const [handle, setHandle] = useState<HTMLButtonElement | null>(null);
  const { rule, entity, spot, onDragged } = part;
  useEffect(() => {
    if (!handle) return undefined;
    return draggable({
      element: handle,
      getInitialData: () => draggedData({ rule: moves.id, entity, from: spot, place: moves.placeThere(spot) }),
      onGenerateDragPreview: ({ nativeSetDragImage }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          render: ({ container }) => {
            container.className = 'rule-dragged';
            container.textContent = ruleWords(rule, speaker);
          },
        }),
      onDragStart: () => onDragged(true),
      onDrop: () => onDragged(false),
    });
  }, [handle, moves, rule, entity, spot, onDragged, speaker]);
  return (
    <Menu trigger={<Button ref={setHandle} className="button grip" label={t.rules.move} icon={GripVertical} iconOnly size="small" />}>
      <Ways from={spot} />
    </Menu>
  );
}

function Ways({ from }: { from: Spot }) {
  const t = useText();
  const moves = useRuleMoves();
  return ways.map(({ direction, icon, keys }) => {
    const to = moves.towards(from, direction);
    return (
      <MenuItem
        key={direction}
        label={t.rules.ways[direction]}
        icon={icon}
        keys={keys}
        disabled={!to}
        onPick={() => to && moves.move(from, to)}
      />
    );
  });
}
