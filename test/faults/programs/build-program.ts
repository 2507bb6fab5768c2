import { copyFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Bundles a program of this folder to one module that plain Node starts quickly, with SQLite beside it; the packages in
 * `external` are found through a link. @returns its file
 */
export async function buildProgram(name: string, folder: string, external: string[] = []): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    define: { __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true, external },
    build: {
      ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  const require = createRequire(import.meta.url);
  await copyFile(require.resolve('sql.js/dist/sql-wasm.wasm'), join(folder, 'sql-wasm.wasm'));
  if (external.length > 0) await symlink(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  return join(folder, `${name}.mjs`);
}
