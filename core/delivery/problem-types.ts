const prefix = 'urn:muster:problem:';

/**
 * Every problem an endpoint of this protocol may name, its status, and what the client does about it:
 * `stop` for what no retry can mend, `retry` for what time or another try mends, `doubt` for what a damaged request
 * causes as well as a wrong setting, so that it is believed only after it was said several times in a row.
 */
export const problemTypes = {
  'digest-mismatch': { status: 400, advice: 'retry', title: 'The body is not the one its Content-Digest names.' },
  'bad-signature': { status: 401, advice: 'doubt', title: 'The signature is missing or fits no secret of this endpoint.' },
  'timestamp-out-of-tolerance': { status: 401, advice: 'retry', title: 'The signed moment is too far from the server’s clock.' },
  'unknown-delivery': { status: 404, advice: 'retry', title: 'No manifest with this id was received.' },
  incomplete: { status: 409, advice: 'retry', title: 'Some chunks or content files are missing.' },
  expired: { status: 410, advice: 'stop', title: 'The delivery may no longer be sent.' },
  'too-large': { status: 413, advice: 'stop', title: 'The body is larger than this endpoint takes.' },
  'hash-mismatch': { status: 422, advice: 'stop', title: 'The body does not have the SHA-256 it is named by.' },
  'bad-manifest': { status: 422, advice: 'stop', title: 'The manifest is not one this endpoint understands.' },
  'bad-chunk': { status: 422, advice: 'stop', title: 'The rows of a chunk are not what the manifest says.' },
  'not-in-manifest': { status: 422, advice: 'stop', title: 'The manifest does not name this file.' },
  busy: { status: 429, advice: 'retry', title: 'Too many requests; come back later.' },
  failed: { status: 500, advice: 'retry', title: 'The endpoint failed.' },
  'storage-full': { status: 507, advice: 'retry', title: 'The endpoint has no room left.' },
} as const satisfies Record<string, { status: number; advice: 'stop' | 'retry' | 'doubt'; title: string }>;

export type ProblemType = keyof typeof problemTypes;

export const problemUrn = (type: ProblemType): string => `${prefix}${type}`;

/** @returns undefined when the type is not one of ours */
export function problemTypeOf(urn: string): ProblemType | undefined {
  const type = urn.startsWith(prefix) ? urn.slice(prefix.length) : '';
  return Object.hasOwn(problemTypes, type) ? (type as ProblemType) : undefined;
}
