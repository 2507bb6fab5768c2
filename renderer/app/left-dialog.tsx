import { recountAll, saveNow } from '../state/campaign';
import { attempt } from '../state/failures';
import { call } from '../state/host';
import { leaving } from '../state/leaving';
import { enterWorkspace, useSession } from '../state/session';
import { useText } from '../text/use-text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** Shown after another window closed the workspace, or opened another: nothing here would reach the one that is shown. */
export function LeftDialog() {
  const t = useText();
  const left = useSession((state) => state.left);
  if (!left) return null;
  const stay = async () => {
    await enterWorkspace(await leaving((how) => call('workspace.open', { folder: left.folder, ...how })));
    await saveNow();
    recountAll();
  };
  const { closed, replaced, stay: stayLabel } = t.frame.left;
  const told =
    left.now === undefined ? { ...closed, text: closed.text(left.folder) } : { ...replaced, text: replaced.text(left.folder, left.now) };
  return (
    <Dialog
      title={told.title}
      // What is not saved yet stays; whatever is asked of the host next tells again.
      onClose={() => useSession.setState({ left: undefined })}
      foot={
        <>
          <Button label={told.follow} onClick={() => window.location.reload()} />
          <Button label={stayLabel} look="primary" onClick={() => attempt(stay)} />
        </>
      }
    >
      <p>{told.text}</p>
    </Dialog>
  );
}
