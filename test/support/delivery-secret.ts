import { createHash } from 'node:crypto';

export const testSecret = `whsec_${createHash('sha256').update('endpoint of the tests').digest('base64')}`;
