import type { AriaLabelConfig } from '@xyflow/react';
import type { Text } from '../../../text/use-text';

/** What the canvas says to a screen reader, in the language of the window. */
export function flowLabels({ campaign: { flowLabels: words } }: Text): Partial<AriaLabelConfig> {
  return {
    'node.a11yDescription.default': words.nodeKeys,
    'node.a11yDescription.keyboardDisabled': words.node,
    'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) => words.moved(words.directions[direction] ?? direction, x, y),
    'edge.a11yDescription.default': words.arrow,
    'handle.ariaLabel': words.handle,
  };
}
