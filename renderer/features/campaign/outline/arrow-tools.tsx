import { CornerUpRight, Plus, Trash2 } from 'lucide-react';
import type { Transition } from '../../../../core/model/activity';
import type { Campaign } from '../../../../core/model/campaign';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { disconnectSelected } from '../canvas/actions';
import { canInsert } from '../edits';
import type { Picker } from '../pickers';

/** What is done with the selected arrow, for the pointer alone: keys and the palette do the same, and the line is not named by it. */
export function ArrowTools({ campaign, arrow, onPick }: { campaign: Campaign; arrow: Transition; onPick: (picker: Picker) => void }) {
  const t = useText();
  const { insert, elsewhere, remove } = t.arrows;
  const tool = { iconOnly: true, size: 'small', tabIndex: -1 } as const;
  return (
    <span className="row" aria-hidden>
      {canInsert(campaign, arrow) && <Button label={insert} icon={Plus} keys="A" {...tool} onClick={() => onPick('add')} />}
      <Button label={elsewhere} icon={CornerUpRight} keys="R" {...tool} onClick={() => onPick('reconnect')} />
      <Button label={remove} icon={Trash2} keys="Del" {...tool} onClick={() => disconnectSelected(t)} />
    </span>
  );
}
