import type { MenuItemConstructorOptions } from 'electron';

/** Roles only: macOS needs them for copy and paste. Commands of the app live in the window, where both shells have them. */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const shared: MenuItemConstructorOptions[] = [{ role: 'fileMenu' }, { role: 'editMenu' }, { role: 'viewMenu' }, { role: 'windowMenu' }];
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...shared] : shared;
}
