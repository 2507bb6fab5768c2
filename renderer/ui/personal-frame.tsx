import type { ReactNode } from 'react';
import { useText } from '../text/use-text';
import { Switch } from './choice';

interface Props {
  /** Whether anything in it is personal. */
  holds: boolean;
  personal: { shown: boolean; onShow: (shown: boolean) => void };
  children: ReactNode;
}

/** What may hold personal values, above a foot as rows have one: there someone chooses to see them. */
export function PersonalFrame({ holds, personal, children }: Props) {
  const t = useText();
  return (
    <div className="grid-frame">
      {children}
      {holds && (
        <div className="grid-foot">
          <Switch label={t.common.showPersonal} checked={personal.shown} onChange={personal.onShow} />
        </div>
      )}
    </div>
  );
}
