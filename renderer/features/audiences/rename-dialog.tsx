import type { Audience } from '../../../core/model/audience';
import { call } from '../../state/host';
import { refreshAudiences } from '../../state/library';
import { sayDone } from '../../state/undo-places';
import { useText } from '../../text/use-text';
import { NameDialog } from './name-dialog';

/** Gives an audience another name; what reads it goes by its id. */
export function RenameDialog({ audience, onClose }: { audience: Audience; onClose: () => void }) {
  const t = useText();
  const rename = async (name: string) => {
    // Its definition stays as it is, also one that others have errors by already.
    await call('audience.save', { audience: { ...audience, name }, force: true });
    await refreshAudiences();
    onClose();
    await sayDone('audiences');
  };
  const { rename: title } = t.audiences;
  return <NameDialog title={title} does={t.common.save} was={audience.name} of={audience.id} onTake={rename} onClose={onClose} />;
}
