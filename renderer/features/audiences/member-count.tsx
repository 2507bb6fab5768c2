import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { unreachable } from '../../../core/base/never';
import { asProblem } from '../../state/failures';
import { useFormats, useText, useWords } from '../../text/use-text';
import type { Counted } from './use-counts';

/** How many members an audience has: not known yet, told by `said`, or that they cannot be counted. `onOpen` leads to why in full. */
export function MemberCount({
  counted,
  said,
  onOpen,
}: {
  counted: Counted | undefined;
  said: (rows: string) => ReactNode;
  onOpen: () => void;
}) {
  const t = useText();
  const f = useFormats();
  if (!counted) return t.common.unknown;
  switch (counted.kind) {
    case 'counted':
      return said(f.number(counted.rows));
    case 'failed':
      return <NotCounted error={counted.error} onOpen={onOpen} />;
    default:
      return unreachable(counted);
  }
}

function NotCounted({ error, onOpen }: { error: unknown; onOpen: () => void }) {
  const t = useText();
  const { says } = useWords()(asProblem(error));
  return (
    <button type="button" className="link not-counted" title={says} onClick={onOpen}>
      <TriangleAlert aria-hidden />
      {t.audiences.notCounted}
    </button>
  );
}
