import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../core/base/base64';
import { toUtf8 } from '../../../core/base/utf8';
import { secretKey, sign, verifySignature } from '../../../core/delivery/signature';
import { nativeBytes } from '../../../electron/host/delivery/bytes';

const hmac = nativeBytes.hmacSha256;
// The test vector published with Standard Webhooks.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: toUtf8('{"test": 2432232314}') };
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

test('signs as the published vector', () => {
  expect(sign(hmac, secretKey(secret), signed.id, signed.timestamp, signed.body)).toBe(signature);
});

test('verifies with any of several keys and signatures, and nothing else', () => {
  const key = secretKey(secret);
  const other = new Uint8Array(32);
  expect(verifySignature(hmac, [other, key], signed, `v1,${toBase64(other)} ${signature}`)).toBe(true);
  expect(verifySignature(hmac, [other], signed, signature)).toBe(false);
  expect(verifySignature(hmac, [key], { ...signed, id: 'PUT /v1/deliveries/x' }, signature)).toBe(false);
  expect(verifySignature(hmac, [key], { ...signed, timestamp: signed.timestamp + 1 }, signature)).toBe(false);
  expect(verifySignature(hmac, [key], { ...signed, body: toUtf8('{"test": 2432232315}') }, signature)).toBe(false);
  expect(verifySignature(hmac, [key], signed, '')).toBe(false);
});

test.each(['', 'whsec_', 'whsec_short', 'not base64 at all, really not!', toBase64(new Uint8Array(23))])(
  'refuses the secret %j',
  (text) => {
    expect(() => secretKey(text)).toThrow(expect.objectContaining({ code: 'delivery-bad-secret' }));
  },
);

test('base64 is the platform’s', () => {
  for (let length = 0; length < 70; length++) {
    const bytes = createHmac('sha512', String(length)).digest().subarray(0, length);
    expect(toBase64(bytes)).toBe(bytes.toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
  }
  expect(fromBase64('AAA')).toBeUndefined();
});
