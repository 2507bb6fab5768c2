import type * as Electron from 'electron';
import { serveBundle } from './bundle';
import { isOurs, scheme } from './origin';

export function webPreferences(preload: string): Electron.WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // The spell checker downloads dictionaries.
    spellcheck: false,
  };
}

/** To be called before the app is ready. The scheme does not bypass the content security policy. */
export function registerScheme(protocol: Electron.Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);
const localProtocols: ReadonlySet<string> = new Set(['blob:', 'data:', 'devtools:']);

/** Serves the bundle, denies permissions (Electron grants all by default) and lets no request leave the machine. */
export function lockSession(session: Electron.Session, renderer: string): void {
  session.protocol.handle(scheme, (request) => serveBundle(request, renderer));
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(allowedPermissions.has(permission) && isOurs(details.requestingUrl || contents?.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => allowedPermissions.has(permission) && isOurs(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !isOurs(url) && !(URL.canParse(url) && localProtocols.has(new URL(url).protocol)) });
  });
}

/** Every page stays in our bundle: no navigation out, no new windows, no embedded views. */
export function lockContents(app: Electron.App): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { url: string; preventDefault(): void }): void => {
      if (!isOurs(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
