import { sha256Hex } from '../../base/hashing';
import type { Readable } from './readable';

/** A SHA-256 of what a SELECT means: another as soon as an audience it reads is defined otherwise, be it through audiences and filters of that. */
export const meaningOf = ({ sql }: Pick<Readable, 'sql'>): string => sha256Hex(sql);
