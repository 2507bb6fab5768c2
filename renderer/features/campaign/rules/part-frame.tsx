import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../../text/use-text';
import { Button } from '../../../ui/button';
import { ProblemsHere } from '../problems-here';
import { Grip } from './grip';

/** One part of a rule: what it is about first, what takes it away beside it, and what is wrong with it below. */
export function PartFrame({
  head,
  framed,
  onRemove,
  children,
}: {
  head: ReactNode;
  /** It holds a rule about other rows. */
  framed?: boolean;
  onRemove: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  return (
    <div className={framed ? 'rule-frame' : 'rule-part'}>
      <div className="row">
        <Grip />
        <div className="grow">{head}</div>
        <Button label={t.rules.removePart} icon={Trash2} iconOnly size="small" onClick={onRemove} />
      </div>
      {children}
      <ProblemsHere />
    </div>
  );
}
