import { CircleCheck, Redo2, Undo2, X } from 'lucide-react';
import { DismissableLayer } from 'radix-ui/internal';
import { useContext } from 'react';
import { unreachable } from '../../core/base/never';
import { showCampaignAsSaved } from '../state/campaign';
import { useData } from '../state/data';
import { attempt, type Saying, useSayings } from '../state/failures';
import { walk } from '../state/undo-places';
import { type Text, useText, useWords } from '../text/use-text';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { WayToMend } from '../ui/problem-notice';

/** What went well is for those who look for it: it stands in the status line and covers nothing. What has to be read lies over the window. */
const isQuiet = ({ tone, step }: Saying) => tone === 'success' && !(step && cameEmpty(step));

export function Toasts() {
  const t = useText();
  const words = useWords();
  const shown = useSayings((state) => state.shown);
  // Part of whatever is open: a dialog beneath stays when what is told over it is pressed.
  return (
    <DismissableLayer.Branch className="toasts">
      {shown.flatMap((saying) => {
        if (isQuiet(saying)) return [];
        const { step, problem } = saying;
        const { says, hint } = problem
          ? words(problem)
          : { says: saidOf(saying, t), hint: step && cameEmpty(step) ? t.undo.noRows : undefined };
        return <Notice key={saying.id} className="toast" tone={saying.tone} says={says} hint={hint} action={<Acts saying={saying} />} />;
      })}
    </DismissableLayer.Branch>
  );
}

/** The last of what went well, until it has been read. */
export function SaidQuietly() {
  const t = useText();
  const saying = useSayings((state) => state.shown.findLast(isQuiet));
  return (
    <span className="status-saying" role="status">
      {saying && (
        <>
          <CircleCheck aria-hidden />
          <span className="truncate" title={saidOf(saying, t)}>
            {saidOf(saying, t)}
          </span>
          <Acts saying={saying} />
        </>
      )}
    </span>
  );
}

const saidOf = ({ step, text }: Saying, t: Text) => (step ? stepSaid(step, t) : (text ?? ''));

/** What may be done about it, and the way to be rid of it. */
function Acts({ saying: { id, problem, step, action } }: { saying: Saying }) {
  const t = useText();
  const dismiss = useSayings((state) => state.dismiss);
  const wayTo = useContext(WayToMend);
  const way = problem && wayTo(problem);
  const away = () => dismiss(id);
  const act = () => {
    away();
    action?.run();
  };
  const show = () => {
    away();
    attempt(showCampaignAsSaved);
  };
  return (
    <span className="row">
      {action && <Button label={action.label} size="small" onClick={act} />}
      {way}
      {problem?.code === 'campaign-changed-elsewhere' && <Button label={t.frame.showNow} size="small" onClick={show} />}
      {step && <Back step={step} onDone={away} />}
      <Button label={t.common.dismiss} icon={X} iconOnly size="small" onClick={away} />
    </span>
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
