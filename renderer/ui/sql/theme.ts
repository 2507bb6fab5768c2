import * as monaco from 'monaco-editor/editor';

// Monaco reads colours of six digits only, and a built style sheet shortens them to three.
const role = (name: string) =>
  getComputedStyle(document.documentElement)
    .getPropertyValue(name)
    .trim()
    .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

/** The editor's own colours cannot all be read on our grounds. */
const tokens = [
  ['keyword', '--source'],
  ['string', '--success'],
  ['string.sql', '--success'],
  ['number', '--warning'],
  ['predefined.sql', '--shape'],
  ['operator.sql', '--text-muted'],
  ['delimiter', '--text-muted'],
  ['comment', '--text-faint'],
] as const;

/** Makes a theme of the window's roles as they are now. @returns its name */
export function themed(): string {
  const dark = document.documentElement.dataset.theme === 'dark';
  monaco.editor.defineTheme('muster', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: tokens.map(([token, name]) => ({ token, foreground: role(name).slice(1) })),
    colors: {
      'editor.background': role('--surface'),
      'editorLineNumber.foreground': role('--text-faint'),
      'editor.lineHighlightBackground': role('--sunken'),
      'editor.wordHighlightBackground': role('--sunken'),
      'editor.wordHighlightStrongBackground': role('--sunken'),
      'editor.wordHighlightTextBackground': role('--sunken'),
      'editor.selectionHighlightBackground': role('--sunken'),
      'editorWidget.background': role('--raised'),
      'editorHoverWidget.background': role('--raised'),
      'editorHoverWidget.border': role('--line-strong'),
      'editorSuggestWidget.background': role('--raised'),
      'editorSuggestWidget.border': role('--line-strong'),
      'editorSuggestWidget.foreground': role('--text'),
      'editorSuggestWidget.selectedBackground': role('--accent-soft'),
      'editorSuggestWidget.selectedForeground': role('--text'),
      'editorSuggestWidget.selectedIconForeground': role('--text'),
      'editorSuggestWidget.highlightForeground': role('--accent-text'),
      'editorSuggestWidget.focusHighlightForeground': role('--accent-text'),
      'list.hoverBackground': role('--hover'),
      'symbolIcon.fieldForeground': role('--source'),
      'symbolIcon.functionForeground': role('--shape'),
      'symbolIcon.structForeground': role('--text'),
    },
  });
  return 'muster';
}
