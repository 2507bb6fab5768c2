import type { RecipientColumn } from '../../delivery/manifest';
import type { Channel } from '../../model/message';
import type { Waterfall } from '../../model/run';

/** A confirmed message, ready to be frozen. */
export interface DeliverySpec {
  campaign: string;
  message: string;
  channel: Channel;
  /** Tells the deliveries of one message apart: waves, and the runs of a campaign that runs again. An id, e.g. `1` or `2026-11-23-1`. */
  wave: string;
  /** The run's own moment in UTC, so that freezing again after a kill gives the same bytes. */
  frozenAt: string;
  /** In order: `recipient_id` (text) first, then key, address and personalisation; `seed` (boolean) must be among them. */
  columns: readonly RecipientColumn[];
  /** One SELECT with these columns by name, one row per recipient and seed, in any order. */
  select: string;
  parameters?: readonly (string | number | boolean | null)[];
  /** What was counted. The rows must agree. */
  waterfall: Waterfall;
  /** Templates and assets by name. */
  content: Readonly<Record<string, string | Uint8Array>>;
  validity: { sendAt: string | null; zone: string; expiresAt: string | null };
}
