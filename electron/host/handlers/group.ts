import type { MusterContract } from '../../../core/rpc/contract';
import type { Handlers } from '../../../core/rpc/define';

/** The handlers whose names begin with one of the prefixes; leaving one out does not compile. */
export type Group<Prefix extends string> = Pick<Handlers<MusterContract>, Extract<keyof MusterContract, `${Prefix}.${string}`>>;
