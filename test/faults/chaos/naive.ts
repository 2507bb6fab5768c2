import { appendFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How it is usually done, to show that the faults are real: rows are posted in batches, a batch that was not answered is
 * posted again, and the server writes down what it gets.
 */
const [role = '', target = '', rows = '0'] = process.argv.slice(2);

if (role === 'server') {
  const server = createServer((incoming, answer) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', async () => {
      await appendFile(target, `${Buffer.concat(pieces).toString()}\n`);
      answer.end('ok');
    });
  });
  server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
} else {
  const post = (body: string) =>
    new Promise<boolean>((resolve) => {
      const sent = request(target, { method: 'POST', agent: false, timeout: 500 }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode === 200));
        answer.on('error', () => resolve(false));
      });
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => resolve(false));
      sent.end(body);
    });
  for (let start = 0; start < Number(rows); start += 100) {
    const batch = Array.from({ length: Math.min(100, Number(rows) - start) }, (_, i) => `r${start + i}`).join('\n');
    for (let tries = 0; !(await post(batch)); tries++) if (tries > 100) process.exit(1);
  }
  process.exit(0);
}
