import { type NodeChange, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { useCampaign } from '../../../state/campaign';
import { isWriting } from '../../../ui/is-writing';
import type { CanvasNode } from './node-types';
import { placedOf } from './placed';

const steps: Partial<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Keys of the canvas, or of nothing at all. */
const isOurs = (target: EventTarget | null) =>
  target === document.body || (target instanceof Element && !isWriting(target) && target.closest('.react-flow') !== null);

/**
 * Arrow keys move what is selected by one step of the grid, with Shift by four. React Flow moves what is drawn as selected, and only
 * where that has the focus: what was just added or duplicated has neither.
 */
export function useNudges(take: (changes: NodeChange<CanvasNode>[]) => void, grid: number): void {
  const store = useStoreApi();
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey || !isOurs(event.target)) return;
      if (document.querySelector('[role=dialog], [role=menu], [role=listbox]')) return;
      const { campaign, selection } = useCampaign.getState();
      if (!campaign || selection.output !== undefined) return;
      const { boxes, frames } = placedOf(campaign);
      const all = new Map([...boxes, ...frames.map(({ id, box }) => [id, box] as const)]);
      const far = grid * (event.shiftKey ? 4 : 1);
      const changes = [...selection.activities, ...(selection.annotations ?? [])].flatMap((id): NodeChange<CanvasNode>[] => {
        const box = all.get(id);
        return box ? [{ id, type: 'position', position: { x: box.x + step.x * far, y: box.y + step.y * far }, dragging: false }] : [];
      });
      const [first] = changes;
      if (!first) return;
      event.preventDefault();
      event.stopPropagation();
      take(changes);
      const { x, y } = first.type === 'position' && first.position ? first.position : { x: 0, y: 0 };
      const say = store.getState().ariaLabelConfig['node.a11yDescription.ariaLiveMessage'];
      store.setState({ ariaLiveMessage: say({ direction: event.key.replace('Arrow', '').toLowerCase(), x, y }) });
    };
    window.addEventListener('keydown', key, true);
    return () => window.removeEventListener('keydown', key, true);
  }, [take, grid, store]);
}
