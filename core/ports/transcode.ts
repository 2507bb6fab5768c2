import type { CancelSignal } from '../base/cancellation';
import type { MailLayout } from '../model/message';

/**
 * Writes a UTF-8 file again in another encoding, as a stream, and syncs it. UTF-16 starts with a byte order mark.
 * Paths are absolute. Characters the encoding lacks must have been refused before.
 * @throws AppError `cancelled`, `disk-full`, `save-failed`
 */
export type Transcode = (from: string, to: string, encoding: MailLayout['encoding'], signal?: CancelSignal) => Promise<void>;
