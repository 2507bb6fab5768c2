import { recountAll, saveNow } from '../state/campaign';
import { attempt } from '../state/failures';
import { call } from '../state/host';
import { enterWorkspace, useSession } from '../state/session';
import { useText } from '../text/use-text';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** Shown while another window has another workspace open: nothing here would reach the one that is shown. */
export function LeftDialog() {
  const t = useText();
  const left = useSession((state) => state.left);
  if (!left) return null;
  const stay = async () => {
    await enterWorkspace(await call('workspace.open', { folder: left.folder }));
    await saveNow();
    recountAll();
  };
  const follow = () => window.location.reload();
  return (
    <Dialog
      title={t.frame.leftTitle}
      onClose={follow}
      foot={
        <>
          <Button label={t.frame.leftFollow} onClick={follow} />
          <Button label={t.frame.leftStay} look="primary" onClick={() => attempt(stay)} />
        </>
      }
    >
      <p>{t.frame.leftText(left.folder, left.now)}</p>
    </Dialog>
  );
}
