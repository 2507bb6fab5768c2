import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The window. Nothing is inlined and nothing is polyfilled, because the page's policy allows neither. */
export default defineConfig({
  root: at('../renderer'),
  base: './',
  cacheDir: at('../out/vite'),
  plugins: [react()],
  worker: { format: 'es' },
  // What jspdf would load for HTML and for SVG without svg2pdf.js; neither is asked of it.
  resolve: { alias: ['canvg', 'dompurify', 'html2canvas'].map((find) => ({ find, replacement: at('nothing.mjs') })) },
  build: {
    outDir: at('../out/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4500,
  },
});
