import { useEffect } from 'react';
import { openDesk, saveDeskNow, useDesk } from '../../state/desk';
import { attempt } from '../../state/failures';
import { refreshQueries } from '../../state/library';
import { useText } from '../../text/use-text';
import { Progress } from '../../ui/progress';
import './sql.css';
import { Workbench } from './workbench';

/** Where SQL is written: what lies open is as it was left, also after a restart. */
export function SqlPlace({ item }: { item: string | undefined }) {
  const t = useText();
  const desk = useDesk((state) => state.desk);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language only names the first tab
  useEffect(() => {
    if (!useDesk.getState().desk) attempt(() => openDesk(t.sql.tabs.name('1')));
    attempt(refreshQueries);
    return () => attempt(saveDeskNow);
  }, []);
  const tab = desk?.tabs.find((other) => other.id === desk.active);
  return desk && tab ? <Workbench desk={desk} tab={tab} query={item} /> : <Progress label={t.common.loading} />;
}
