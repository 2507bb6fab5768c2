import type { Campaign } from '../../../../core/model/campaign';
import type { Spot } from '../edits';
import { type Box as AnyBox, boxesOf } from './frames';
import { spotsOf } from './tidy';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'across', 'down'] as const;
export type Alignment = (typeof alignments)[number];

interface Box extends AnyBox {
  id: string;
}

const middleOf = (boxes: readonly Box[], at: 'x' | 'y', size: 'width' | 'height') => {
  const first = Math.min(...boxes.map((box) => box[at]));
  const last = Math.max(...boxes.map((box) => box[at] + box[size]));
  return (first + last) / 2;
};

/** Equal gaps between the first and the last, which stay. */
function spread(boxes: readonly Box[], at: 'x' | 'y', size: 'width' | 'height'): Map<string, number> {
  const sorted = boxes.toSorted((a, b) => a[at] - b[at]);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return new Map();
  const taken = sorted.slice(0, -1).reduce((sum, box) => sum + box[size], 0);
  const gap = (last[at] - first[at] - taken) / (sorted.length - 1);
  let here = first[at];
  return new Map(
    sorted.map((box) => {
      const mine = here;
      here += box[size] + gap;
      return [box.id, mine];
    }),
  );
}

function placesFor(boxes: readonly Box[], alignment: Alignment): (box: Box) => Partial<Spot> {
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  switch (alignment) {
    case 'left':
      return () => ({ x: Math.min(...boxes.map((box) => box.x)) });
    case 'centre':
      return (box) => ({ x: middleOf(boxes, 'x', 'width') - box.width / 2 });
    case 'right':
      return (box) => ({ x: right - box.width });
    case 'top':
      return () => ({ y: Math.min(...boxes.map((box) => box.y)) });
    case 'middle':
      return (box) => ({ y: middleOf(boxes, 'y', 'height') - box.height / 2 });
    case 'bottom':
      return (box) => ({ y: bottom - box.height });
    case 'across': {
      const places = spread(boxes, 'x', 'width');
      return (box) => ({ x: places.get(box.id) });
    }
    case 'down': {
      const places = spread(boxes, 'y', 'height');
      return (box) => ({ y: places.get(box.id) });
    }
  }
}

/** New places of the chosen activities and notes, in whole pixels. */
export function align(campaign: Campaign, ids: readonly string[], alignment: Alignment): Record<string, Spot> {
  const spots = spotsOf(campaign);
  const boxes = [...boxesOf(campaign, spots)].flatMap(([id, box]): Box[] => (ids.includes(id) ? [{ ...box, id }] : []));
  if (boxes.length < 2) return {};
  const placed = placesFor(boxes, alignment);
  return Object.fromEntries(
    boxes.map((box) => {
      const { x = box.x, y = box.y } = placed(box);
      return [box.id, { x: Math.round(x), y: Math.round(y) }];
    }),
  );
}
