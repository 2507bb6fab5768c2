import { useEffect, useState } from 'react';
import type { DeliverySummary, MailPackage } from '../../../core/model/report';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshCampaigns, refreshEndpoints } from '../../state/library';
import { useText } from '../../text/use-text';
import { Progress } from '../../ui/progress';
import './delivery.css';
import { Endpoints } from './endpoints';
import { MailList } from './mail-list';
import { Outbox } from './outbox';

export function DeliveryPlace() {
  const t = useText();
  const [deliveries, setDeliveries] = useState<DeliverySummary[]>();
  const [mails, setMails] = useState<MailPackage[]>();
  useEffect(() => {
    attempt(refreshCampaigns);
    attempt(refreshEndpoints);
    attempt(async () => setDeliveries(await call('delivery.list', {})));
    attempt(async () => setMails(await call('delivery.exports', {})));
  }, []);
  return (
    <div className="place">
      <header className="place-head">
        <h1>{t.delivery.title}</h1>
      </header>
      <div className="place-body">
        <div className="page">
          {!(deliveries && mails) && <Progress label={t.common.loading} />}
          {deliveries && mails && <Outbox deliveries={deliveries} mailed={mails.length > 0} onChange={setDeliveries} />}
          {mails && mails.length > 0 && <MailList mails={mails} />}
          <Endpoints />
        </div>
      </div>
    </div>
  );
}
