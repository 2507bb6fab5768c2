import type { WordTable } from './words';

export const workspaceWords = {
  'disk-full': {
    en: { says: 'The disk holding {file} is full. What was there before is untouched.', hint: 'Free some space and try again.' },
    es: {
      says: 'El disco que contiene {file} está lleno. Lo que había antes sigue intacto.',
      hint: 'Libere espacio e inténtelo de nuevo.',
    },
  },
  'save-failed': {
    en: { says: '{file} could not be saved: {reason}. What was there before is untouched.', hint: 'Check the drive and try again.' },
    es: {
      says: 'No se pudo guardar {file}: {reason}. Lo que había antes sigue intacto.',
      hint: 'Compruebe la unidad e inténtelo de nuevo.',
    },
  },
  'read-failed': {
    en: { says: '{file} could not be read: {reason}.', hint: 'Check the drive and try again.' },
    es: { says: 'No se pudo leer {file}: {reason}.', hint: 'Compruebe la unidad e inténtelo de nuevo.' },
  },
  'file-missing': {
    en: { says: 'There is no file {file}.', hint: 'Check that the drive is connected and the file was not moved.' },
    es: { says: 'No existe el archivo {file}.', hint: 'Compruebe que la unidad está conectada y que el archivo no se ha movido.' },
  },
  'file-exists': {
    en: { says: '{file} already exists and was left as it is.', hint: 'Choose another name, or move that file away first.' },
    es: { says: '{file} ya existe y se ha dejado como estaba.', hint: 'Elija otro nombre o mueva antes ese archivo.' },
  },
  'path-outside': {
    en: { says: '“{path}” leads out of the folder {folder}.', hint: 'Use a path inside that folder.' },
    es: { says: '«{path}» lleva fuera de la carpeta {folder}.', hint: 'Use una ruta dentro de esa carpeta.' },
  },
  'folder-not-writable': {
    en: { says: 'Muster may not write to {file}.', hint: 'Change the permissions of the folder, or use another folder.' },
    es: { says: 'Muster no tiene permiso para escribir en {file}.', hint: 'Cambie los permisos de la carpeta o use otra.' },
  },
  'folder-not-readable': {
    en: { says: 'Muster may not read {file}.', hint: 'Change the permissions of the folder, or use another folder.' },
    es: { says: 'Muster no tiene permiso para leer {file}.', hint: 'Cambie los permisos de la carpeta o use otra.' },
  },
  'folder-missing': {
    en: { says: 'There is no folder {folder}.', hint: 'Check that the drive is connected and the folder was not moved.' },
    es: { says: 'No existe la carpeta {folder}.', hint: 'Compruebe que la unidad está conectada y que la carpeta no se ha movido.' },
  },
  'folder-is-file': {
    en: { says: '{folder} is a file, not a folder.', hint: 'Choose a folder.' },
    es: { says: '{folder} es un archivo, no una carpeta.', hint: 'Elija una carpeta.' },
  },
  'folder-not-empty': {
    en: { says: 'The folder {folder} already holds other files, for example “{found}”.', hint: 'Choose an empty folder or a new one.' },
    es: { says: 'La carpeta {folder} ya contiene otros archivos, por ejemplo «{found}».', hint: 'Elija una carpeta vacía o una nueva.' },
  },
  'not-a-workspace': {
    en: { says: '{folder} is not a workspace: it has no {missing}.', hint: 'Choose the folder of a workspace, or create one there.' },
    es: { says: '{folder} no es un espacio de trabajo: falta {missing}.', hint: 'Elija la carpeta de un espacio de trabajo o cree uno.' },
  },
  'workspace-exists': {
    en: { says: 'There is already a workspace in {folder}.', hint: 'Open it, or choose another folder.' },
    es: { says: 'Ya hay un espacio de trabajo en {folder}.', hint: 'Ábralo o elija otra carpeta.' },
  },
  'workspace-not-open': {
    en: { says: 'No workspace is open.', hint: 'Open or create a workspace first.' },
    es: { says: 'No hay ningún espacio de trabajo abierto.', hint: 'Abra o cree uno primero.' },
  },
  'workspace-closed': {
    en: { says: 'Another window closed the workspace {folder}. Nothing was done.', hint: 'Open it again to go on.' },
    es: { says: 'Otra ventana cerró el espacio de trabajo {folder}. No se ha hecho nada.', hint: 'Ábralo de nuevo para seguir.' },
  },
  'workspace-left': {
    en: {
      says: 'Another window opened the workspace {now}, so {folder} was closed. Nothing was done.',
      hint: 'Open {folder} again to go on here, or reload this window to see the other.',
    },
    es: {
      says: 'Otra ventana abrió el espacio de trabajo {now}, así que {folder} se cerró. No se ha hecho nada.',
      hint: 'Abra de nuevo {folder} para seguir aquí, o recargue esta ventana para ver el otro.',
    },
  },
  'work-under-way': {
    en: {
      says: 'Work is under way in this workspace, and would be cut off. Nothing was done.',
      hint: 'Wait until it is done, or stop it.',
    },
    es: {
      says: 'Hay trabajo en curso en este espacio de trabajo y se cortaría. No se ha hecho nada.',
      hint: 'Espere a que termine o deténgalo.',
    },
  },
  'workspace-in-use': {
    en: {
      says: 'The workspace {folder} is open in another Muster: user {user} on {machine}, process {pid}, since {since}.',
      hint: 'Close it there. If that computer no longer runs Muster, delete the file {lock}.',
    },
    es: {
      says: 'El espacio de trabajo {folder} está abierto en otro Muster: usuario {user} en {machine}, proceso {pid}, desde {since}.',
      hint: 'Ciérrelo allí. Si ese equipo ya no ejecuta Muster, borre el archivo {lock}.',
    },
  },
  'workspace-too-new': {
    en: {
      says: '{what} was saved by a newer Muster: it has format {format}, this one knows up to {known}. Nothing was changed.',
      hint: 'Update Muster and open it again.',
    },
    es: {
      says: 'Una versión más nueva de Muster guardó {what}: tiene el formato {format} y esta conoce hasta el {known}. No se ha cambiado nada.',
      hint: 'Actualice Muster y vuelva a abrirlo.',
    },
  },
  'workspace-damaged': {
    en: {
      says: '{file} is damaged: {reason}. It was left as it is. The last good backup is {backup}, saved {saved}.',
      hint: 'Keep a copy of {file}, then replace it with the backup and open the workspace again.',
    },
    es: {
      says: '{file} está dañado: {reason}. Se ha dejado como estaba. La última copia válida es {backup}, guardada el {saved}.',
      hint: 'Conserve una copia de {file}, sustitúyalo por la copia válida y vuelva a abrir el espacio de trabajo.',
    },
  },
  'workspace-damaged-no-backup': {
    en: {
      says: '{file} is damaged: {reason}. It was left as it is. There is no good backup beside it.',
      hint: 'Restore the workspace folder from your own backups.',
    },
    es: {
      says: '{file} está dañado: {reason}. Se ha dejado como estaba. No hay ninguna copia válida junto a él.',
      hint: 'Restaure la carpeta del espacio de trabajo desde sus propias copias de seguridad.',
    },
  },
  'unknown-zone': {
    en: { says: 'There is no time zone “{zone}”.', hint: 'Use a name such as Europe/Madrid.' },
    es: { says: 'No existe la zona horaria «{zone}».', hint: 'Use un nombre como Europe/Madrid.' },
  },
  'audit-broken': {
    en: {
      says: 'The audit log was changed from outside: entry {entry} does not follow from the one before.',
      hint: 'The workspace works as before; do not rely on its audit log up to that entry.',
    },
    es: {
      says: 'El registro de auditoría se modificó desde fuera: la entrada {entry} no se sigue de la anterior.',
      hint: 'El espacio de trabajo funciona igual; no confíe en su registro de auditoría hasta esa entrada.',
    },
  },
  'data-recovered': {
    en: { says: 'The data was not closed cleanly and was recovered. Nothing was lost.', hint: 'The files as found were kept: {aside}' },
    es: {
      says: 'Los datos no se cerraron correctamente y se han recuperado. No se ha perdido nada.',
      hint: 'Los archivos originales se han conservado: {aside}',
    },
  },
  'data-lost-log-tail': {
    en: {
      says: 'The data was not closed cleanly: the last changes before the stop may be missing.',
      hint: 'Load the last file again. The files as found were kept: {aside}',
    },
    es: {
      says: 'Los datos no se cerraron correctamente: pueden faltar los últimos cambios antes de la parada.',
      hint: 'Cargue de nuevo el último archivo. Los archivos originales se han conservado: {aside}',
    },
  },
  'data-lost-since-checkpoint': {
    en: {
      says: 'The log of the data was damaged: everything loaded since its last checkpoint is missing.',
      hint: 'Load those files again. The files as found were kept: {aside}',
    },
    es: {
      says: 'El registro de los datos estaba dañado: falta todo lo cargado desde su último punto de control.',
      hint: 'Cargue de nuevo esos archivos. Los archivos originales se han conservado: {aside}',
    },
  },
  'engine-portable': {
    en: {
      says: 'The fast engine cannot run here ({reason}); the portable one is used.',
      hint: 'Large files take longer and need more memory. Install Muster for this system to get the fast engine.',
    },
    es: {
      says: 'El motor rápido no funciona aquí ({reason}); se usa el portátil.',
      hint: 'Los archivos grandes tardan más y necesitan más memoria. Instale Muster para este sistema y tendrá el motor rápido.',
    },
  },
  'secrets-not-safe': {
    en: {
      says: 'This system keeps secrets in plain text ({backend}), so Muster will not save one.',
      hint: 'Unlock or install a keyring (GNOME Keyring, KWallet), or enter the secret again in each session.',
    },
    es: {
      says: 'Este sistema guarda los secretos sin cifrar ({backend}), así que Muster no guardará ninguno.',
      hint: 'Desbloquee o instale un llavero (GNOME Keyring, KWallet), o escriba el secreto en cada sesión.',
    },
  },
  'secret-unreadable': {
    en: { says: 'The saved secret “{name}” can no longer be decrypted.', hint: 'Enter it again.' },
    es: { says: 'Ya no se puede descifrar el secreto guardado «{name}».', hint: 'Escríbalo de nuevo.' },
  },
  'secrets-file-open': {
    en: { says: 'The secrets file {file} can be read by other users.', hint: 'Run: chmod 600 {file}' },
    es: { says: 'Otros usuarios pueden leer el archivo de secretos {file}.', hint: 'Ejecute: chmod 600 {file}' },
  },
  'secrets-file-invalid': {
    en: { says: 'The secrets file {file} is not a JSON object of names and texts.', hint: 'Write it like {"crm": "…"}.' },
    es: { says: 'El archivo de secretos {file} no es un objeto JSON de nombres y textos.', hint: 'Escríbalo así: {"crm": "…"}.' },
  },
  'undo-nothing': {
    en: { says: 'There is nothing to undo here.', hint: 'Loaded rows, runs, exports and syncs cannot be taken back by undo.' },
    es: {
      says: 'Aquí no hay nada que deshacer.',
      hint: 'Las filas cargadas, las ejecuciones, las exportaciones y las sincronizaciones no se pueden deshacer.',
    },
  },
  'redo-nothing': {
    en: { says: 'There is nothing to redo here.', hint: 'Only what was undone, with no change since, can be redone.' },
    es: { says: 'Aquí no hay nada que rehacer.', hint: 'Solo se rehace lo que se deshizo, si nada ha cambiado desde entonces.' },
  },
  'undo-changed-since': {
    en: {
      says: '“{name}” was changed since, by a load, a run or elsewhere. Nothing was undone.',
      hint: 'Change it by hand: undo would take that back too.',
    },
    es: {
      says: '«{name}» ha cambiado desde entonces, por una carga, una ejecución o en otro sitio. No se ha deshecho nada.',
      hint: 'Cámbielo a mano: deshacer anularía también ese cambio.',
    },
  },
  'undo-in-use': {
    en: { says: '“{name}” would go, but is used by {users}. Nothing was undone.', hint: 'Take it out of them first.' },
    es: { says: '«{name}» desaparecería, pero se usa en {users}. No se ha deshecho nada.', hint: 'Quítelo antes de ahí.' },
  },
} as const satisfies WordTable;
