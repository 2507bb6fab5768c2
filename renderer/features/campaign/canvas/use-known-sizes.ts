import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

type Store = ReturnType<typeof useStoreApi>;

function measureOthers(store: Store): Store {
  const { updateNodeInternals: measure } = store.getState();
  store.setState({
    updateNodeInternals: (updates, options) => {
      const isKnown = (id: string) => store.getState().nodeLookup.get(id)?.internals.userNode.handles !== undefined;
      const others = new Map([...updates].filter(([id]) => !isKnown(id)));
      if (others.size > 0) measure(others, options);
    },
  });
  return store;
}

/**
 * Keeps React Flow from measuring what says itself how large it is and where its handles are: it measures all that comes into view,
 * handles that are not drawn yet as none, and then draws everything again. To be called before React Flow is drawn for the first time.
 */
export function useKnownSizes(): void {
  const store = useStoreApi();
  useState(() => measureOthers(store));
}
