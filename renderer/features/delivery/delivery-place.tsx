import { useEffect, useState } from 'react';
import type { DeliverySummary } from '../../../core/model/report';
import { attempt } from '../../state/failures';
import { call } from '../../state/host';
import { refreshCampaigns, refreshEndpoints } from '../../state/library';
import { useText } from '../../text/use-text';
import { Endpoints } from './endpoints';
import { Outbox } from './outbox';

export function DeliveryPlace() {
  const t = useText();
  const [deliveries, setDeliveries] = useState<DeliverySummary[]>();
  useEffect(() => {
    attempt(refreshCampaigns);
    attempt(refreshEndpoints);
    attempt(async () => setDeliveries(await call('delivery.list', {})));
  }, []);
  return (
    <div className="place">
      <header className="place-head">
        <h1>{t.delivery.title}</h1>
      </header>
      <div className="place-body">
        <div className="page">
          {deliveries && <Outbox deliveries={deliveries} onChange={setDeliveries} />}
          <Endpoints />
        </div>
      </div>
    </div>
  );
}
