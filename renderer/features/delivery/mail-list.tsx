import { Copy } from 'lucide-react';
import type { MailPackage } from '../../../core/model/report';
import { attempt, useSayings } from '../../state/failures';
import { useLibrary } from '../../state/library';
import { useFormats, useText } from '../../text/use-text';
import { Button } from '../../ui/button';
import { ListTable } from '../../ui/list-table';

/** Mail that was written for a printer, and where it is. */
export function MailList({ mails }: { mails: readonly MailPackage[] }) {
  const t = useText();
  const f = useFormats();
  const campaigns = useLibrary((state) => state.campaigns) ?? [];
  const copy = async (path: string) => {
    await navigator.clipboard.writeText(path);
    useSayings.getState().say({ tone: 'success', text: t.campaign.dock.copied });
  };
  const nameOf = ({ campaign, message }: MailPackage) => {
    const activity = campaigns.find((c) => c.id === campaign.id)?.flow.activities.find((a) => a.id === message);
    return activity ? (activity.label ?? t.campaign.activities[activity.type].name) : message;
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2 className="grow">{t.delivery.mail}</h2>
      </div>
      <ListTable label={t.delivery.mail} heads={[t.delivery.message, { number: t.common.rows }, t.delivery.asOf, t.common.folder]}>
        {mails.map((mail) => (
          <tr key={`${mail.path} ${mail.files[0]?.sha256}`}>
            <td>
              <strong>{nameOf(mail)}</strong>
              <div className="field-hint">{mail.campaign.name}</div>
            </td>
            <td className="number">{f.number(mail.files.reduce((sum, file) => sum + file.rows, 0))}</td>
            <td className="muted">
              <span className="nowrap">{f.moment(mail.asOf)}</span>
              {mail.sendAt && <div className="field-hint">{t.rehearsal.sendAt(f.moment(mail.sendAt))}</div>}
            </td>
            <td>
              <span className="row">
                <span className="mono muted mail-folder">{mail.folder}</span>
                {mail.place !== 'inside' && (
                  <span
                    className="badge"
                    data-tone={mail.place === 'missing' ? 'warning' : undefined}
                    title={t.delivery.mailPlaceHints[mail.place]}
                  >
                    {t.delivery.mailPlaces[mail.place]}
                  </span>
                )}
                <Button label={t.delivery.copyPath} icon={Copy} iconOnly size="small" onClick={() => attempt(() => copy(mail.path))} />
              </span>
            </td>
          </tr>
        ))}
      </ListTable>
    </section>
  );
}
