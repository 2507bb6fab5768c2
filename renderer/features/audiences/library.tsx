import { Layers, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Audience } from '../../../core/model/audience';
import { openDefinition } from '../../state/audience-tab';
import { go } from '../../state/session';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { ListTable, RowActs } from '../../ui/list-table';
import { useListSearch } from '../../ui/use-list-search';
import { MemberCount } from './member-count';
import { RemoveAudience } from './remove-audience';
import { UsesCount, UsesDialog } from './remove-used';
import { useCounts } from './use-counts';

/** Most audiences that may be laid over each other. */
const most = 5;

/** The saved audiences: what they are, how many are in them, as of when, and what uses them. */
export function Library({ audiences, onOverlap }: { audiences: readonly Audience[]; onOverlap: (ids: string[]) => void }) {
  const t = useText();
  const f = useFormats();
  const counts = useCounts(audiences);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [removing, setRemoving] = useState<Audience>();
  const [showing, setShowing] = useState<Audience>();
  const { shown, field } = useListSearch(audiences, t.audiences.search);
  const dimension = audiences.find((a) => a.id === picked[0])?.dimension;
  const turn = (id: string) => setPicked((was) => (was.includes(id) ? was.filter((p) => p !== id) : [...was, id]));
  return (
    <section className="page section">
      <div className="section-head">
        <span className="muted grow">{t.audiences.overlapHint}</span>
        {field}
        <Button
          label={t.audiences.overlap}
          icon={Layers}
          look="plain"
          disabled={picked.length < 2 || picked.length > most}
          onClick={() => onOverlap([...picked])}
        />
      </div>
      <ListTable
        label={t.audiences.title}
        heads={['', t.common.name, t.common.dimension, t.audiences.kind, t.audiences.asOf, { number: t.audiences.count }, t.uses.title, '']}
      >
        {shown.map((audience) => (
          <tr key={audience.id}>
            <td className="pick">
              <input
                type="checkbox"
                aria-label={t.audiences.pick(audience.name)}
                checked={picked.includes(audience.id)}
                disabled={
                  !picked.includes(audience.id) && (picked.length >= most || (dimension ?? audience.dimension) !== audience.dimension)
                }
                onChange={() => turn(audience.id)}
              />
            </td>
            <td>
              <button type="button" className="link" data-item={audience.id} onClick={() => go('audiences', audience.id)}>
                {audience.name}
              </button>
            </td>
            <td className="muted">{audience.dimension}</td>
            <td>
              <span className="badge">{t.audiences.kinds[audience.definition.kind]}</span>
            </td>
            <td className="muted nowrap">
              {audience.definition.kind === 'snapshot' ? f.moment(audience.definition.asOf) : t.audiences.now}
            </td>
            <td className="number">
              <MemberCount counted={counts.get(audience.id)} said={(rows) => rows} onOpen={() => openDefinition(audience.id)} />
            </td>
            <td>
              <UsesCount of={{ kind: 'audience', id: audience.id }} version={audiences} onShow={() => setShowing(audience)} />
            </td>
            <RowActs>
              <Button
                label={`${t.common.remove} ${audience.name}`}
                icon={Trash2}
                iconOnly
                size="small"
                onClick={() => setRemoving(audience)}
              />
            </RowActs>
          </tr>
        ))}
      </ListTable>
      {shown.length === 0 && <p className="muted">{t.audiences.notFound}</p>}
      {showing && <UsesDialog of={{ kind: 'audience', id: showing.id }} name={showing.name} onClose={() => setShowing(undefined)} />}
      {removing && (
        <RemoveAudience
          audience={removing}
          onClose={() => setRemoving(undefined)}
          onGone={() => setPicked((was) => was.filter((id) => id !== removing.id))}
        />
      )}
    </section>
  );
}
