import { Workflow } from 'lucide-react';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { add } from './canvas/actions';
import { kinds } from './kinds';

export function EmptyCanvas() {
  const t = useText();
  return (
    <div className="editor-empty">
      <Empty icon={Workflow} title={t.campaign.emptyCanvas} text={t.campaign.emptyCanvasText}>
        {(['build-audience', 'read-audience', 'sql'] as const).map((type) => (
          <Button
            key={type}
            label={t.campaign.activities[type].name}
            icon={kinds[type].icon}
            look={type === 'build-audience' ? 'primary' : 'plain'}
            onClick={() => add(type, t)}
          />
        ))}
      </Empty>
    </div>
  );
}
