import { z } from 'zod';
import { id, name } from './names';

export const endpointFormat = 1;

/** Where packages are synced. The signing secret is kept by the Secrets port under `secret`, never in this document. */
export const endpoint = z.strictObject({
  format: z.literal(endpointFormat),
  id,
  name,
  url: z.url({ protocol: /^https?$/ }),
  secret: z.string().min(1),
  /** Allow addresses of this machine and of private networks. */
  allowPrivate: z.boolean().default(false),
});
export type Endpoint = z.infer<typeof endpoint>;
