import type { Usable } from '../../../core/model/use';
import { useLibrary } from '../../state/library';
import { openUse, useUsers, useUses } from '../../state/uses';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Failure } from '../../ui/problem-notice';
import { Progress } from '../../ui/progress';
import { RemoveDialog } from '../../ui/remove-dialog';
import { UsedBy } from '../../ui/used-by';

/** Asks before an audience or a filter is removed. */
export function RemoveUsed({
  of,
  name,
  text,
  onConfirm,
  onClose,
}: {
  of: Usable;
  name: string;
  text?: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const users = useUsers(of);
  return <RemoveDialog name={name} {...(text === undefined ? {} : { text })} {...users} onConfirm={onConfirm} onClose={onClose} />;
}

/** What uses something, with the ways there. */
export function Uses({ of }: { of: Usable }) {
  const t = useText();
  const { value: uses, error } = useUses(of);
  const campaigns = useLibrary((state) => state.campaigns) ?? [];
  if (error !== undefined) return <Failure error={error} />;
  return uses ? <UsedBy uses={uses} campaigns={campaigns} onOpen={openUse} /> : <Progress label={t.common.loading} />;
}

/** How many documents use something; opens to say which. */
export function UsesCount({ of, version, onShow }: { of: Usable; version: unknown; onShow: () => void }) {
  const t = useText();
  const { value: uses } = useUses(of, version);
  if (!uses) return <span className="muted">{t.common.unknown}</span>;
  if (uses.length === 0) return <span className="muted">–</span>;
  return (
    <button type="button" className="link" title={uses.map((use) => use.name).join(', ')} onClick={onShow}>
      {t.uses.count(String(uses.length))}
    </button>
  );
}

export function UsesDialog({ of, name, onClose }: { of: Usable; name: string; onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t.uses.of(name)} onClose={onClose} foot={<Button label={t.common.close} onClick={onClose} />}>
      <Uses of={of} />
    </Dialog>
  );
}
