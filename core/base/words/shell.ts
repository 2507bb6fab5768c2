import type { WordTable } from './words';

export const shellWords = {
  'unknown-method': {
    en: {
      says: 'The engine does not know the request “{method}”.',
      hint: 'Window and engine are of different versions: quit Muster and start it again.',
    },
    es: {
      says: 'El motor no conoce la petición «{method}».',
      hint: 'La ventana y el motor son de versiones distintas: cierre Muster y vuelva a abrirlo.',
    },
  },
  'host-lost': {
    en: { says: 'The connection to the engine was lost.', hint: 'What was saved is safe. Reload the window to connect again.' },
    es: { says: 'Se ha perdido la conexión con el motor.', hint: 'Lo guardado está a salvo. Recargue la ventana para volver a conectar.' },
  },
  'host-refused': {
    en: { says: 'The engine refused this window.', hint: 'Open Muster with “npm start”; its address works once per start.' },
    es: { says: 'El motor ha rechazado esta ventana.', hint: 'Abra Muster con «npm start»; su dirección vale para ese arranque.' },
  },
  'host-no-token': {
    en: {
      says: 'This window was not opened by Muster, so it has no key to the engine.',
      hint: 'Close it and use the window that “npm start” opens.',
    },
    es: { says: 'Esta ventana no la abrió Muster y no tiene la llave del motor.', hint: 'Ciérrela y use la ventana que abre «npm start».' },
  },
  'no-path': {
    en: { says: '“{name}” is not a file on this machine’s disk.', hint: 'Save it to a folder first, then drop it from there.' },
    es: { says: '«{name}» no es un archivo del disco de este equipo.', hint: 'Guárdelo antes en una carpeta y arrástrelo desde allí.' },
  },
  'import-upload-name': {
    en: { says: '“{name}” is no file name.', hint: 'Rename the file and choose it again.' },
    es: { says: '«{name}» no es un nombre de archivo.', hint: 'Cambie el nombre del archivo y vuelva a elegirlo.' },
  },
  'import-upload-order': {
    en: { says: 'A part of {name} is missing: byte {expected} was expected, byte {found} came.', hint: 'Choose the file again.' },
    es: { says: 'Falta una parte de {name}: se esperaba el byte {expected} y llegó el byte {found}.', hint: 'Vuelva a elegir el archivo.' },
  },
  'import-upload-too-large': {
    en: { says: 'A part of {bytes:byte|bytes} is too large to take at once.', hint: 'Choose the file again.' },
    es: { says: 'Una parte de {bytes:byte|bytes} es demasiado grande para recibirla de una vez.', hint: 'Vuelva a elegir el archivo.' },
  },
} as const satisfies WordTable;
