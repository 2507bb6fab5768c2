import type { Link } from '../../../../core/model/entity';
import { useData } from '../../../state/data';
import { attempt } from '../../../state/failures';
import { call } from '../../../state/host';
import { sayDone } from '../../../state/undo-places';
import { useUsers } from '../../../state/uses';
import { RemoveDialog } from '../../../ui/remove-dialog';

/** Asks before a link is removed. */
export function RemoveLink({ link: { from, name }, onClose }: { link: Link; onClose: () => void }) {
  const remove = async () => {
    onClose();
    await call('model.removeLink', { from, name, force: true });
    await useData.getState().refresh();
    await sayDone('data');
  };
  const users = useUsers({ kind: 'link', from, name });
  return <RemoveDialog name={name} {...users} onClose={onClose} onConfirm={() => attempt(remove)} />;
}
