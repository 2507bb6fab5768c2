import { useText } from '../text/use-text';
import { Button } from './button';
import { Dialog } from './dialog';

/** Asks before something is done that undo does not cover. */
export function ConfirmDialog({
  title,
  text,
  action,
  onConfirm,
  onClose,
}: {
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useText();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={action} look="danger" onClick={onConfirm} />
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
