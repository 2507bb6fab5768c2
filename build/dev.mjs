// npm run dev: the window with hot reload and the real host behind it, on one port of 127.0.0.1.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { port: { type: 'string', default: '5173' }, home: { type: 'string', default: path.join(root, 'out/dev-home') } },
});
const vite = await createServer({
  configFile: path.join(root, 'build/vite.config.ts'),
  server: { host: '127.0.0.1', port: Number(values.port), strictPort: true, hmr: { path: '/hmr' } },
});
await vite.listen();
const host = `127.0.0.1:${vite.config.server.port}`;
const own = { host, origin: `http://${host}`, token: process.env.MUSTER_TOKEN ?? randomBytes(32).toString('base64url') };
const load = (file) => vite.ssrLoadModule(path.join(root, file));
const [{ attachRpc }, { createHost }] = await Promise.all([load('electron/web/rpc.ts'), load('electron/host/handlers/index.ts')]);
attachRpc(vite.httpServer, createHost({ shell: 'web', home: path.resolve(values.home) }), {
  own: () => own,
  maxMessage: 16 * 1024 * 1024,
  shared: true,
});
console.log(`${own.origin}/#token=${own.token}`);
