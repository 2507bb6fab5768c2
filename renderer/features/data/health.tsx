import type { EntityHealth } from '../../../core/model/data-report';
import { useFormats, useText } from '../../text/use-text';

const tones: Readonly<Record<EntityHealth['source'], string | undefined>> = {
  same: 'success',
  changed: 'warning',
  missing: 'danger',
  unknown: undefined,
  none: undefined,
};

/** Whether the file, or what the query reads, is as it was, what was refused of it, and links that no longer hold. */
export function Health({ health }: { health: EntityHealth }) {
  const t = useText();
  const f = useFormats();
  return (
    <span className="row">
      <span className="badge" data-tone={tones[health.source]} title={health.file ?? (health.newer.join(', ') || undefined)}>
        {(health.recipe === 'query' ? t.data.queryStates : t.data.sources)[health.source]}
      </span>
      {health.rejected > 0 && (
        <span className="badge" data-tone="warning">
          {t.data.refusedValues(f.number(health.rejected))}
        </span>
      )}
      {health.problems.length > 0 && (
        <span className="badge" data-tone="danger">
          {t.data.brokenLinks(f.number(health.problems.length))}
        </span>
      )}
    </span>
  );
}
