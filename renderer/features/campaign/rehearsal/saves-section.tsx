import type { Rehearsal } from '../../../../core/model/report';
import { useFormats, useText } from '../../../text/use-text';
import { useSpeaker } from '../speaker';

/** What a run would change of saved audiences. */
export function SavesSection({ saves, name }: { saves: Rehearsal['saves']; name: (activity: string) => string }) {
  const t = useText();
  const f = useFormats();
  const speaker = useSpeaker();
  if (saves.length === 0) return null;
  return (
    <section className="section">
      <h2>{t.rehearsal.saves}</h2>
      <table className="list-table compact" aria-label={t.rehearsal.saves}>
        <thead>
          <tr>
            <th>{t.rehearsal.audience}</th>
            <th>{t.campaign.dock.logColumns.activity}</th>
            <th className="number">{t.rehearsal.entered}</th>
            <th className="number">{t.rehearsal.left}</th>
            <th className="number">{t.rehearsal.stayed}</th>
            <th className="number">{t.rehearsal.total}</th>
          </tr>
        </thead>
        <tbody>
          {saves.map((save) => (
            <tr key={save.activity}>
              <td>{speaker.name('audience', save.audience)}</td>
              <td className="muted">{name(save.activity)}</td>
              <td className="number">{f.number(save.added)}</td>
              <td className="number">{f.number(save.removed)}</td>
              <td className="number">{f.number(save.kept)}</td>
              <td className="number">
                <strong>{f.number(save.rows)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
