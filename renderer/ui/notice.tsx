import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'danger' | 'warning' | 'success';

const icons = { plain: Info, danger: CircleAlert, warning: TriangleAlert, success: CircleCheck };

export function Notice({
  tone = 'plain',
  says,
  hint,
  action,
  className,
}: {
  tone?: Tone;
  says: ReactNode;
  hint?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const Icon = icons[tone];
  return (
    <div className={`notice ${className ?? ''}`} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div className="grow">
        <div>{says}</div>
        {hint && <div className="hint">{hint}</div>}
      </div>
      {action}
    </div>
  );
}
