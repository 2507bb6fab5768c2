import type { Audience } from '../../../core/model/audience';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshAudiences } from '../../state/library';
import { dropRuleDraft } from '../../state/rule-drafts';
import { refreshWorkspace } from '../../state/session';
import { sayDone } from '../../state/undo-places';
import { useText } from '../../text/use-text';
import { RemoveUsed } from './remove-used';

/** Asks before an audience is removed, and removes it. `onGone` comes before it is out of the library. */
export function RemoveAudience({
  audience: { id, name },
  onClose,
  onGone,
}: {
  audience: Audience;
  onClose: () => void;
  onGone: () => void;
}) {
  const t = useText();
  const remove = async () => {
    onClose();
    await call('audience.remove', { id, force: true });
    dropRuleDraft(id);
    onGone();
    await refreshAudiences();
    await refreshWorkspace();
    await sayDone('audiences');
  };
  return (
    <RemoveUsed
      of={{ kind: 'audience', id }}
      name={name}
      text={t.audiences.removeText}
      onClose={onClose}
      onConfirm={() => attempt(remove)}
    />
  );
}
