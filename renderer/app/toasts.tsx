import { Redo2, Undo2, X } from 'lucide-react';
import { unreachable } from '../../core/base/never';
import { showCampaignAsSaved } from '../state/campaign';
import { useData } from '../state/data';
import { attempt, type Saying, useSayings } from '../state/failures';
import { walk } from '../state/undo-places';
import { type Text, useText, useWords } from '../text/use-text';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

export function Toasts() {
  const t = useText();
  const words = useWords();
  const { shown, dismiss } = useSayings();
  return (
    <div className="toasts">
      {shown.map((saying) => {
        const { problem, step, action } = saying;
        const said = problem
          ? words(problem)
          : { says: step ? stepSaid(step, t) : (saying.text ?? ''), hint: step && cameEmpty(step) ? t.undo.noRows : undefined };
        const away = () => dismiss(saying.id);
        const act = () => {
          away();
          action?.run();
        };
        const show = () => {
          away();
          attempt(showCampaignAsSaved);
        };
        const actions = (
          <span className="row">
            {action && <Button label={action.label} size="small" onClick={act} />}
            {problem?.code === 'campaign-changed-elsewhere' && <Button label={t.frame.showNow} size="small" onClick={show} />}
            {step && <Back step={step} onDone={away} />}
            <Button label={t.common.dismiss} icon={X} iconOnly size="small" onClick={away} />
          </span>
        );
        return <Notice key={saying.id} className="toast" tone={saying.tone} says={said.says} hint={said.hint} action={actions} />;
      })}
    </div>
  );
}

type Step = NonNullable<Saying['step']>;

function stepSaid({ is, step }: Step, t: Text): string {
  switch (is) {
    case 'done':
      return t.undo.done(step);
    case 'undo':
      return t.undo.undone(step);
    case 'redo':
      return t.undo.redone(step);
    default:
      return unreachable(is);
  }
}

/** Rows of a removed entity are kept only for a while. */
function cameEmpty({ is, step: { did, kind, name } }: Step): boolean {
  const comes = (is === 'undo' && did === 'remove') || (is === 'redo' && did === 'create');
  if (!comes || kind !== 'entity') return false;
  return useData.getState().model.entities.some((e) => e.name === name && e.rows === 0 && (is === 'undo' || e.recipe !== undefined));
}

/** The way back from what is said. */
function Back({ step: { place, is }, onDone }: { step: Step; onDone: () => void }) {
  const t = useText();
  const direction = is === 'undo' ? 'redo' : 'undo';
  const back = () => {
    onDone();
    attempt(() => walk(place, direction));
  };
  return <Button label={t.undo[direction]} icon={direction === 'undo' ? Undo2 : Redo2} look="plain" size="small" onClick={back} />;
}
