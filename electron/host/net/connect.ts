import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { AppError } from '../../../core/base/errors';
import { isPublicAddress } from './address';

export type Lookup = (
  name: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/** @throws AppError `net-refused-address` */
export function checkAddress(host: string, address: string | undefined): void {
  if (address === undefined || !isPublicAddress(address)) throw new AppError('net-refused-address', { host, address: address ?? '?' });
}

/** Refuses a name as soon as one of its addresses is private. */
export function guardedLookup(lookup: Lookup): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      try {
        for (const { address } of found) checkAddress(name, address);
      } catch (refused) {
        return done(refused as Error, []);
      }
      const first = found[0];
      if (options.all || first === undefined) return done(null, found);
      done(null, first.address, first.family);
    });
  };
}

/** Connects with TLS 1.2 or newer; unless private addresses are allowed, the name, and then the socket itself, are checked. */
export function connector(options: { allowPrivate: boolean; timeout: number; lookup?: Lookup }): buildConnector.connector {
  const { allowPrivate, timeout, lookup = systemLookup as Lookup } = options;
  const tls = { minVersion: 'TLSv1.2' as const };
  const found: LookupFunction = allowPrivate
    ? (name, how, done) => lookup(name, { ...how, all: true }, (error, all) => answer(how, error, all, done))
    : guardedLookup(lookup);
  const connect = buildConnector({ timeout, lookup: found, ...tls });
  if (allowPrivate) return connect;
  return (target, done) =>
    connect(target, (...result) => {
      const [error, socket] = result;
      if (error !== null) return done(error, null);
      try {
        checkAddress(target.hostname, socket.remoteAddress);
      } catch (refused) {
        socket.destroy();
        return done(refused as Error, null);
      }
      done(null, socket);
    });
}

function answer(how: LookupOptions, error: NodeJS.ErrnoException | null, all: LookupAddress[], done: Parameters<LookupFunction>[2]): void {
  const first = all?.[0];
  if (error !== null || how.all || first === undefined) done(error, all ?? []);
  else done(null, first.address, first.family);
}
