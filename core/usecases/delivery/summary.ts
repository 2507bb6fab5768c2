import type { AppError } from '../../base/errors';
import { toHex } from '../../base/utf8';
import { type Manifest, manifestBytes } from '../../delivery/manifest';
import type { Receipt } from '../../delivery/protocol';
import type { DeliverySummary } from '../../model/report';
import type { Bytes } from '../../ports/bytes';

export function summaryOf(bytes: Bytes, folder: string, manifest: Manifest, receipt: Receipt | undefined): DeliverySummary {
  return {
    folder,
    campaign: manifest.campaign,
    message: manifest.message,
    channel: manifest.channel,
    recipients: manifest.counts.recipients,
    state: receipt === undefined ? 'frozen' : 'delivered',
    frozenAt: manifest.frozen_at,
    ...(manifest.send_at ? { sendAt: manifest.send_at } : {}),
    deliveredAt: receipt?.committed_at ?? null,
    manifest: toHex(bytes.sha256(manifestBytes(manifest))),
  };
}

/** Why a delivery waits or stopped, as it is shown. */
export const problemOf = (folder: string, error: AppError): NonNullable<DeliverySummary['problem']> => ({
  code: error.code,
  severity: 'error',
  place: ['deliveries', folder],
  details: { ...error.details },
});
