import { X } from 'lucide-react';
import { useSayings } from '../state/failures';
import { useText, useWords } from '../text/use-text';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

export function Toasts() {
  const t = useText();
  const words = useWords();
  const { shown, dismiss } = useSayings();
  return (
    <div className="toasts">
      {shown.map((saying) => {
        const said = saying.problem ? words(saying.problem) : { says: saying.text ?? '' };
        const away = <Button label={t.common.dismiss} icon={X} iconOnly size="small" onClick={() => dismiss(saying.id)} />;
        return <Notice key={saying.id} className="toast" tone={saying.tone} says={said.says} hint={said.hint} action={away} />;
      })}
    </div>
  );
}
