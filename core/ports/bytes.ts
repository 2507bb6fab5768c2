/** Heavy work on bytes, done by the platform's native code. */
export interface Bytes {
  /** Equal input gives equal output on one version of the app. */
  gzip(content: Uint8Array): Promise<Uint8Array>;
  /** The 32 bytes of SHA-256. */
  sha256(content: Uint8Array): Uint8Array;
  /** The 32 bytes of HMAC-SHA256 over the parts, one after the other. */
  hmacSha256(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array;
}
