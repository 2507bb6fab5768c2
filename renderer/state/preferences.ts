import { create } from 'zustand';
import type { Language } from '../../core/base/codes';

export type Theme = 'light' | 'dark' | 'system';

/** What one person likes, on this machine only. */
interface Preferences {
  language: Language;
  theme: Theme;
  inspectorWidth: number;
  dockHeight: number;
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
    recent: [],
  };
  const saved = localStorage.getItem(key);
  if (!saved) return usual;
  const read: unknown = JSON.parse(saved);
  if (typeof read !== 'object' || read === null) return usual;
  const language = 'language' in read && (read.language === 'es' || read.language === 'en') ? read.language : usual.language;
  const theme = 'theme' in read && (read.theme === 'light' || read.theme === 'dark' || read.theme === 'system') ? read.theme : usual.theme;
  const size = (name: 'inspectorWidth' | 'dockHeight') => {
    const value = name in read ? (read as Record<string, unknown>)[name] : undefined;
    return typeof value === 'number' ? value : usual[name];
  };
  const recent = 'recent' in read && Array.isArray(read.recent) ? read.recent.filter((key) => typeof key === 'string') : usual.recent;
  return { language, theme, recent, inspectorWidth: size('inspectorWidth'), dockHeight: size('dockHeight') };
}

export const usePreferences = create<Preferences>(initial);

usePreferences.subscribe((state) => localStorage.setItem(key, JSON.stringify(state)));

/** Puts what was taken from the palette before what was taken earlier. */
export function remember(taken: string): void {
  usePreferences.setState(({ recent }) => ({ recent: [taken, ...recent.filter((key) => key !== taken)].slice(0, 8) }));
}
