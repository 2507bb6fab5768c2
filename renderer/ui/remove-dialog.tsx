import type { Campaign } from '../../core/model/campaign';
import type { Use } from '../../core/model/use';
import { useText } from '../text/use-text';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';
import { Progress } from './progress';
import { UsedBy } from './used-by';

/** Asks before something is removed and shows what uses it; `uses` is absent while that is not known. */
export function RemoveDialog({
  name,
  text,
  uses,
  campaigns,
  onOpen,
  onConfirm,
  onClose,
}: {
  name: string;
  text?: string;
  uses: readonly Use[] | undefined;
  campaigns: readonly Campaign[];
  onOpen: (use: Use) => void;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useText();
  const needed = uses?.some((use) => use.needed) ?? false;
  return (
    <Dialog
      title={t.common.confirmRemove(name)}
      onClose={onClose}
      foot={
        <>
          <Button label={t.common.cancel} onClick={onClose} />
          <Button label={needed ? t.uses.removeAnyway : t.common.remove} look="danger" disabled={!uses} onClick={onConfirm} />
        </>
      }
    >
      <div className="column">
        {text !== undefined && <p>{text}</p>}
        {needed && <Notice tone="warning" says={t.uses.willBreak} />}
        {uses ? <UsedBy uses={uses} campaigns={campaigns} onOpen={onOpen} /> : <Progress label={t.common.loading} />}
      </div>
    </Dialog>
  );
}
