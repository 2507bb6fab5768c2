import { create } from 'zustand';
import type { Language } from '../../core/base/codes';

export type Theme = 'light' | 'dark' | 'system';

/** Panes whose size a person has chosen, in px. */
export type PaneSize = 'inspectorWidth' | 'dockHeight' | 'queryHeight';

/** What one person likes, on this machine only. */
interface Preferences extends Record<PaneSize, number> {
  language: Language;
  theme: Theme;
  /** Whether it was asked already if one wants to be shown around. */
  tourOffered: boolean;
  /** What was taken from the palette, the last first. */
  recent: string[];
}

const key = 'muster.preferences';

function initial(): Preferences {
  const usual: Preferences = {
    language: navigator.language.startsWith('es') ? 'es' : 'en',
    theme: 'system',
    inspectorWidth: 360,
    dockHeight: 260,
    queryHeight: 300,
    tourOffered: false,
    recent: [],
  };
  const saved = localStorage.getItem(key);
  if (!saved) return usual;
  const read: unknown = JSON.parse(saved);
  if (typeof read !== 'object' || read === null) return usual;
  const language = 'language' in read && (read.language === 'es' || read.language === 'en') ? read.language : usual.language;
  const theme = 'theme' in read && (read.theme === 'light' || read.theme === 'dark' || read.theme === 'system') ? read.theme : usual.theme;
  const size = (name: PaneSize) => {
    const value = name in read ? (read as Record<string, unknown>)[name] : undefined;
    return typeof value === 'number' ? value : usual[name];
  };
  const sizes = { inspectorWidth: size('inspectorWidth'), dockHeight: size('dockHeight'), queryHeight: size('queryHeight') };
  const tourOffered = 'tourOffered' in read && read.tourOffered === true;
  const recent = 'recent' in read && Array.isArray(read.recent) ? read.recent.filter((key) => typeof key === 'string') : usual.recent;
  return { language, theme, tourOffered, recent, ...sizes };
}

export const usePreferences = create<Preferences>(initial);

/** What another window of this machine chose holds here too, but for its panes. */
window.addEventListener('storage', (event) => {
  if (event.key !== key) return;
  const { language, theme } = initial();
  const now = usePreferences.getState();
  if (language !== now.language || theme !== now.theme) usePreferences.setState({ language, theme });
});

usePreferences.subscribe((state) => localStorage.setItem(key, JSON.stringify(state)));

export const setPane = (pane: PaneSize) => (size: number) => usePreferences.setState({ [pane]: size });

/** Puts what was taken from the palette before what was taken earlier. */
export function remember(taken: string): void {
  usePreferences.setState(({ recent }) => ({ recent: [taken, ...recent.filter((key) => key !== taken)].slice(0, 8) }));
}
