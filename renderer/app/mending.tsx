import { type ReactNode, useCallback } from 'react';
import type { Code } from '../../core/base/codes';
import { mendedIn } from '../state/mending';
import { go, useSession } from '../state/session';
import { useText } from '../text/use-text';
import { Button } from '../ui/button';
import { WayToMend } from '../ui/problem-notice';
import { placeIcons } from './places';

/** Inside, problems offer the way to where they are mended. */
export function Mending({ children }: { children: ReactNode }) {
  const t = useText();
  const here = useSession((state) => state.place.name);
  const way = useCallback(
    ({ code }: { code: Code }) => {
      const place = mendedIn[code];
      if (place === undefined || place === here) return undefined;
      return (
        <Button
          label={t.frame.openPlace(t.frame.places[place])}
          icon={placeIcons[place]}
          size="small"
          look="plain"
          onClick={() => go(place)}
        />
      );
    },
    [t, here],
  );
  return <WayToMend value={way}>{children}</WayToMend>;
}
