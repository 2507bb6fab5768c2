import { z } from 'zod';
import { instant } from '../model/names';
import { sha256 } from './manifest';

const count = z.number().int().nonnegative();

/** Paths below the endpoint's URL. */
export const paths = {
  delivery: (id: string) => `/v1/deliveries/${id}`,
  chunk: (id: string, chunk: string) => `/v1/deliveries/${id}/chunks/${chunk}`,
  content: (id: string, content: string) => `/v1/deliveries/${id}/content/${content}`,
  commit: (id: string) => `/v1/deliveries/${id}/commit`,
  results: (id: string) => `/v1/deliveries/${id}/results`,
};

/** The same for ever once given. `recipients` = `accepted` + rows rejected; seeds are counted apart. */
export const receipt = z.strictObject({
  id: sha256,
  recipients: count,
  seeds: count,
  accepted: count,
  rejected: z.array(z.strictObject({ reason: z.string().min(1), rows: count.min(1) })),
  committed_at: instant,
});
export type Receipt = z.infer<typeof receipt>;

/** What the endpoint has. `missing` are the seq of chunks, `missing_content` the SHA-256 of content files. */
export const deliveryStatus = z.strictObject({
  id: sha256,
  state: z.enum(['receiving', 'committing', 'committed']),
  missing: z.array(count),
  missing_content: z.array(sha256),
  receipt: receipt.nullable(),
});
export type DeliveryStatus = z.infer<typeof deliveryStatus>;

export const stored = z.strictObject({ sha256, bytes: count });

/** What became of one recipient. */
export const recipientResult = z.strictObject({
  recipient_id: z.string().min(1),
  seed: z.boolean(),
  status: z.enum(['accepted', 'rejected']),
  reason: z.string().optional(),
});

/** `next` is the `after` of the following page; null at the end. */
export const resultsPage = z.strictObject({ results: z.array(recipientResult), next: z.string().nullable() });
export type ResultsPage = z.infer<typeof resultsPage>;

/** Source: RFC 9457. `missing` and `missing_content` come with `incomplete`, `server_time` (seconds) with `timestamp-out-of-tolerance`. */
export const problemDocument = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  status: z.number().int().optional(),
  detail: z.string().optional(),
  server_time: z.number().int().optional(),
});
