import { z } from 'zod';
import { manifest } from './manifest';
import { type ProblemType, problemTypes, problemUrn } from './problem-types';
import { deliveryStatus, problemDocument, receipt, resultsPage, stored } from './protocol';

const schemas = {
  Manifest: manifest,
  Receipt: receipt,
  DeliveryStatus: deliveryStatus,
  Stored: stored,
  ResultsPage: resultsPage,
  Problem: problemDocument,
};
type SchemaName = keyof typeof schemas;

const json = (name: SchemaName) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const answer = (description: string, name: SchemaName) => ({ description, content: json(name) });

/** Any request may meet these. */
const always: ProblemType[] = ['digest-mismatch', 'bad-signature', 'timestamp-out-of-tolerance', 'busy', 'failed'];

function problems(types: readonly ProblemType[]): Record<string, object> {
  const all = [...types, ...always];
  const statuses = [...new Set(all.map((type) => problemTypes[type].status))];
  const meant = (type: ProblemType) => `\`${problemUrn(type)}\` (${problemTypes[type].advice}): ${problemTypes[type].title}`;
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: all
          .filter((type) => problemTypes[type].status === status)
          .map(meant)
          .join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
});
const delivery = inPath('id', 'SHA-256 of the manifest’s bytes.');
const signed = ['ContentDigest', 'IdempotencyKey', 'WebhookId', 'WebhookTimestamp', 'WebhookSignature'].map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
  example,
});

const upload = (what: string, media: string) => ({
  summary: `Bring a ${what}. Sent again it changes nothing.`,
  parameters: [delivery, inPath('sha', `SHA-256 of the ${what}’s bytes.`), ...signed],
  requestBody: { required: true, content: { [media]: { schema: { type: 'string', format: 'binary' } } } },
  responses: {
    201: answer('Stored durably.', 'Stored'),
    200: answer('It was there already.', 'Stored'),
    ...problems(['unknown-delivery', 'too-large', 'hash-mismatch', 'not-in-manifest', 'storage-full']),
  },
});

/** The published protocol; `openapi.json` is this document. Source: OpenAPI 3.1. */
export const openApiDocument = {
  openapi: '3.1.1',
  info: {
    title: 'Muster delivery',
    version: '1.0.0',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description:
      'A delivery is a manifest, chunks of recipients and content files, each named by its SHA-256. Nothing has an effect before `commit`; commit makes ' +
      'all of it real in one step and answers with a receipt that never changes. A campaign, message, wave and recipient are reached once, also when ' +
      'they come in two deliveries. Requests are signed by Standard Webhooks with `METHOD path` as the id. Clients stop only for a 4xx whose problem type is listed here.',
  },
  paths: {
    '/v1/deliveries/{id}': {
      put: {
        summary: 'Announce a delivery and learn what is missing.',
        parameters: [delivery, ...signed],
        requestBody: { required: true, content: json('Manifest') },
        responses: {
          201: answer('New here.', 'DeliveryStatus'),
          200: answer('Known already.', 'DeliveryStatus'),
          ...problems(['expired', 'too-large', 'hash-mismatch', 'bad-manifest', 'storage-full']),
        },
      },
      get: {
        summary: 'What is here and what is missing.',
        parameters: [delivery, ...signed],
        responses: { 200: answer('The state of the delivery.', 'DeliveryStatus'), ...problems(['unknown-delivery']) },
      },
    },
    '/v1/deliveries/{id}/chunks/{sha}': { put: upload('chunk', 'application/gzip') },
    '/v1/deliveries/{id}/content/{sha}': { put: upload('content file', 'application/octet-stream') },
    '/v1/deliveries/{id}/commit': {
      post: {
        summary: 'Make the delivery real. Asked again it answers the same receipt, for ever.',
        parameters: [delivery, ...signed],
        responses: {
          200: answer('Done.', 'Receipt'),
          202: answer('Being done; ask for the state until it is committed.', 'DeliveryStatus'),
          ...problems(['unknown-delivery', 'incomplete', 'expired', 'bad-chunk', 'storage-full']),
        },
      },
    },
    '/v1/deliveries/{id}/results': {
      get: {
        summary: 'What became of the recipients, in pages.',
        parameters: [
          delivery,
          { name: 'after', in: 'query', description: 'The `next` of the page before.', schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 5000, default: 1000 } },
          ...signed,
        ],
        responses: { 200: answer('Some results; empty before the commit.', 'ResultsPage'), ...problems(['unknown-delivery']) },
      },
    },
  },
  components: {
    parameters: {
      ContentDigest: header(
        'Content-Digest',
        'SHA-256 of the body, also of an empty one (RFC 9530).',
        'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
      ),
      IdempotencyKey: header(
        'Idempotency-Key',
        'The method and path, quoted. The path already says it; this is for those in between.',
        '"POST /v1/deliveries/…/commit"',
      ),
      WebhookId: header(
        'webhook-id',
        'The method, a space, and the path with its query below the endpoint’s address.',
        'POST /v1/deliveries/…/commit',
      ),
      WebhookTimestamp: header('webhook-timestamp', 'Seconds since 1970; at most 300 from the server’s clock.', '1795161600'),
      WebhookSignature: header(
        'webhook-signature',
        '`v1,` and the base64 of HMAC-SHA256 over `webhook-id.webhook-timestamp.body`; several with a space between.',
        'v1,…',
      ),
    },
    schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)])),
  },
};
