import { toBase64 } from '../base/base64';

/** The header for a body with this SHA-256. Source: RFC 9530. */
export const contentDigest = (sha256: Uint8Array): string => `sha-256=:${toBase64(sha256)}:`;

/** The base64 of the SHA-256 in a `Content-Digest` header, which may name other hashes too. */
export const digestIn = (header: string): string | undefined => /(?:^|,\s*)sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header)?.[1];
