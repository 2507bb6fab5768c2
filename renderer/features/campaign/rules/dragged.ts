import type { Place } from '../../../../core/base/problems';
import type { Spot } from './parts';

/** What is known of a part while it is dragged. */
export interface Dragged {
  rule: symbol;
  /** Whose rows it is about: it means something only among conditions on the same. */
  entity: string;
  from: Spot;
  place: Place;
}

const key = Symbol('part of a rule');

export const draggedData = (dragged: Dragged): Record<symbol, unknown> => ({ [key]: dragged });

export const draggedFrom = (data: Record<string | symbol, unknown>): Dragged | undefined => data[key] as Dragged | undefined;
