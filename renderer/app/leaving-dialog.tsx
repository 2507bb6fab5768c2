import { useLeaving } from '../state/leaving';
import { useText } from '../text/use-text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Progress } from '../ui/progress';

/** Asks before a workspace is left in which work is under way. */
export function LeavingDialog() {
  const t = useText();
  const asking = useLeaving((state) => state.asking);
  if (!asking) return null;
  const { works, waits, answer } = asking;
  const words = t.frame.leaving;
  return (
    <Dialog
      title={words.title}
      onClose={() => answer('stay')}
      foot={
        <>
          <Button label={words.stay} onClick={() => answer('stay')} />
          <span className="push" />
          <Button label={words.stop} look="danger" onClick={() => answer('stop')} />
          {!waits && <Button label={words.wait} look="primary" onClick={() => answer('wait')} />}
        </>
      }
    >
      <ul className="column">
        {works.map((kind) => (
          <li key={kind}>{words.works[kind]}</li>
        ))}
      </ul>
      <p>{waits ? words.waiting : words.text}</p>
      {waits && <Progress label={words.waiting} />}
    </Dialog>
  );
}
