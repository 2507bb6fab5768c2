import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { recipientResult } from '../../core/delivery/protocol';
import { commitName, type Held } from './store';

/** One message that really went to one address. */
export interface Effect {
  delivery: string;
  campaign: string;
  message: string;
  wave: string;
  recipient_id: string;
  seed: boolean;
}

/** The effects of one committed delivery, line by line as they were written: what is there twice comes twice. */
export async function* readEffects({ id, folder, manifest, receipt }: Held): AsyncGenerator<Effect> {
  if (receipt === undefined) return;
  const { campaign, message, wave } = manifest;
  let first = true;
  for await (const line of createInterface({ input: createReadStream(join(folder, commitName)), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (first) {
      first = false;
      continue;
    }
    const { recipient_id, seed, status } = recipientResult.parse(JSON.parse(line));
    if (status === 'accepted') yield { delivery: id, campaign, message, wave, recipient_id, seed };
  }
}
