import type { Language } from '../../../core/base/codes';
import { type Theme, usePreferences } from '../../state/preferences';
import { useSession } from '../../state/session';
import { useText } from '../../text/use-text';
import { Segmented } from '../../ui/choice';
import './settings.css';
import { TextProject } from './text-project';
import { WorkspaceForm } from './workspace-form';

export function SettingsPlace() {
  const t = useText();
  const { theme, language } = usePreferences();
  const { settings, version, workspace } = useSession();
  const themes = (['light', 'dark', 'system'] as const).map((value) => ({ value, label: t.settings.themes[value] }));
  // Every language is written in itself, so that it can be found by who needs it.
  const languages: { value: Language; label: string }[] = [
    { value: 'en', label: 'English' },
    { value: 'es', label: 'Español' },
  ];
  return (
    <div className="place">
      <header className="place-head">
        <h1>{t.settings.title}</h1>
      </header>
      <div className="place-body">
        <div className="settings">
          <section className="section">
            <h2>{t.settings.appearance}</h2>
            <div className="card card-body column">
              <div className="row">
                <span className="grow">{t.settings.theme}</span>
                <Segmented<Theme>
                  label={t.settings.theme}
                  value={theme}
                  options={themes}
                  onChange={(next) => usePreferences.setState({ theme: next })}
                />
              </div>
              <div className="row">
                <span className="grow">{t.settings.language}</span>
                <Segmented<Language>
                  label={t.settings.language}
                  value={language}
                  options={languages}
                  onChange={(next) => usePreferences.setState({ language: next })}
                />
              </div>
            </div>
          </section>
          {settings && <WorkspaceForm key={JSON.stringify(settings)} settings={settings} />}
          {workspace && <TextProject key={workspace.folder} folder={workspace.folder} />}
          <section className="section">
            <h2>{t.settings.about}</h2>
            <p className="muted">{t.settings.version(version)}</p>
          </section>
        </div>
      </div>
    </div>
  );
}
