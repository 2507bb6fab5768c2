import { LoaderCircle, Unplug } from 'lucide-react';
import { Tooltip } from 'radix-ui';
import { useEffect } from 'react';
import { usePreferences } from '../state/preferences';
import { useSession } from '../state/session';
import { LanguageContext, useText } from '../text/use-text';
import { Empty } from '../ui/empty';
import { Failure } from '../ui/problem-notice';
import { useStart } from './connect';
import { Frame } from './frame';
import { useTheme } from './theme';

export function App() {
  const language = usePreferences((state) => state.language);
  useTheme();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <Tooltip.Provider delayDuration={400}>
        <Window />
      </Tooltip.Provider>
    </LanguageContext>
  );
}

function Window() {
  const t = useText();
  const phase = useSession((state) => state.phase);
  const error = useStart();
  if (error !== undefined) {
    return (
      <main className="starting">
        <Failure error={error} />
      </main>
    );
  }
  if (phase === 'lost') {
    return (
      <main className="starting">
        <Empty icon={Unplug} title={t.frame.lostTitle} text={t.frame.lostText} />
      </main>
    );
  }
  if (phase === 'connecting') {
    return (
      <main className="starting" aria-busy>
        <LoaderCircle className="spin" aria-hidden />
        <span>{t.frame.connecting}</span>
      </main>
    );
  }
  return <Frame />;
}
