/**
 * The import table of Muster: a folder may import itself and what its row names, nothing else.
 * Checked by dependency-cruiser and by a test.
 */
// biome-ignore format: a table, one row a line
exports.layers = {
  'core/base': [],
  'core/model': ['core/base'],
  'core/migrate': ['core/base', 'core/model'],
  'core/sql': ['core/base', 'core/model'],
  'core/segment': ['core/base', 'core/model', 'core/sql'],
  'core/flow': ['core/base', 'core/model', 'core/sql', 'core/segment', 'core/rewrite', 'core/send'],
  'core/rewrite': ['core/base', 'core/model', 'core/sql', 'core/segment'],
  'core/plan': ['core/base', 'core/model', 'core/sql', 'core/segment', 'core/flow', 'core/send'],
  'core/send': ['core/base', 'core/model', 'core/sql', 'core/segment', 'core/content'],
  'core/content': ['core/base', 'core/model', 'core/sql'],
  'core/mail': ['core/base', 'core/model', 'core/sql', 'core/content'],
  'core/delivery': ['core/base', 'core/model'],
  'core/history': ['core/base', 'core/model'],
  'core/sample': ['core/base', 'core/model'],
  'core/text': ['core/base', 'core/model', 'core/migrate'],
  'core/ports': ['core/base', 'core/model'],
  'core/usecases': [
    'core/base', 'core/model', 'core/migrate', 'core/sql', 'core/segment', 'core/rewrite', 'core/flow', 'core/plan', 'core/send',
    'core/content', 'core/mail', 'core/delivery', 'core/history', 'core/sample', 'core/text', 'core/ports',
  ],
  'core/rpc': ['core/base', 'core/model'],
  'electron/host': ['core'],
  'electron/main': ['electron/shell', 'core/base', 'core/model', 'core/rpc'],
  'electron/preload': ['core/rpc'],
  'electron/shell': ['core/base'],
  'electron/web': ['electron/host', 'electron/shell', 'core'],
  'electron/endpoint': ['core'],
  'electron/cli': ['electron/host', 'electron/web', 'electron/shell', 'electron/endpoint', 'core'],
  'renderer/text': ['core/base', 'core/model'],
  'renderer/ui': ['renderer/text', 'core/base', 'core/model', 'core/sql'],
  'renderer/rpc': ['core/base', 'core/model', 'core/rpc'],
  'renderer/state': ['renderer/rpc', 'core/base', 'core/model', 'core/history', 'core/rpc'],
  'renderer/features': [
    'renderer/ui', 'renderer/text', 'renderer/rpc', 'renderer/state', 'core/base', 'core/model', 'core/sql', 'core/history', 'core/rpc',
  ],
  'renderer/app': ['renderer/features', 'renderer/ui', 'renderer/text', 'renderer/rpc', 'renderer/state', 'core/base', 'core/model', 'core/rpc'],
};

/** The only packages that run without Node in the core and in the sandboxed page. */
// biome-ignore format: a table
exports.packages = {
  core: ['@noble/hashes', 'canonicalize', 'libphonenumber-js', 'liquidjs', 'temporal-polyfill', 'zod'],
  renderer: [
    '@atlaskit/pragmatic-drag-and-drop', '@dagrejs/dagre', '@expo-google-fonts/inter', '@fontsource-variable/inter',
    '@internationalized/date', '@tanstack/react-virtual', '@xyflow/react', 'echarts', 'jspdf', 'lucide-react', 'monaco-editor',
    'radix-ui', 'react', 'react-aria-components', 'react-dom', 'svg2pdf.js', 'temporal-polyfill', 'vite', 'zod', 'zustand',
  ],
};
