import { z } from 'zod';
import { canonicalJson } from '../base/hashing';
import { toUtf8 } from '../base/utf8';
import { dataType } from '../model/entity';
import { channel } from '../model/message';
import { id, instant, name } from '../model/names';
import { waterfall } from '../model/run';

export const manifestFormat = 1;

const count = z.number().int().nonnegative();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The columns of every row, in order. Values: `boolean` and `number` as JSON has them, everything else as text, so that no digit is lost. */
export const recipientColumn = z.strictObject({ name, type: dataType });
export type RecipientColumn = z.infer<typeof recipientColumn>;

/** Rows of gzip NDJSON with strictly growing `recipient_id` (by UTF-8 bytes), also from one chunk to the next. */
export const chunk = z.strictObject({ seq: count, sha256, bytes: count, rows: count.min(1) });
export type Chunk = z.infer<typeof chunk>;

/** A template or asset: the file `content/<sha256>`. */
export const contentFile = z.strictObject({ name: z.string().min(1).max(255), sha256, bytes: count });

/**
 * What a delivery is. The SHA-256 of its canonical JSON (RFC 8785) is the delivery's id at every endpoint.
 * `counts.recipients` are people, `counts.seeds` addresses of our own; the chunks hold both.
 */
export const manifest = z.strictObject({
  format: z.literal(manifestFormat),
  campaign: id,
  message: id,
  channel,
  wave: id,
  frozen_at: instant,
  /** When to send; null is at once. */
  send_at: instant.nullable(),
  /** The IANA zone the moment was chosen in, for people to read. */
  zone: z.string().min(1).max(64),
  /** Never send later than this. */
  expires_at: instant.nullable(),
  schema: z.array(recipientColumn).min(1),
  counts: z.strictObject({ recipients: count, seeds: count }),
  eligibility: waterfall,
  content: z.array(contentFile),
  chunks: z.array(chunk),
});
export type Manifest = z.infer<typeof manifest>;

/** The bytes that are hashed, kept and sent. */
export const manifestBytes = (value: Manifest): Uint8Array => toUtf8(canonicalJson(value));

export const rowsOf = (value: Manifest): number => value.counts.recipients + value.counts.seeds;

/** True when the numbers of a manifest agree with each other. */
export function addsUp(value: Manifest): boolean {
  const rows = value.chunks.reduce((sum, part) => sum + part.rows, 0);
  return rows === rowsOf(value) && value.chunks.every((part, at) => part.seq === at);
}
