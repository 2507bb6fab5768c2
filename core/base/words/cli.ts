import type { WordTable } from './words';

export const cliWords = {
  'cli-usage': {
    en: { says: '{message}', hint: 'Run {command} --help to see what it takes.' },
    es: { says: '{message}', hint: 'Ejecute {command} --help para ver lo que admite.' },
  },
  'cli-not-confirmed': {
    en: {
      says: 'Nothing was done. “{campaign}” would send {emails:email|emails} and write {mail:piece|pieces} of mail.',
      hint: 'Add --confirm to freeze the deliveries and write the mail.',
    },
    es: {
      says: 'No se ha hecho nada. «{campaign}» enviaría {emails:correo electrónico|correos electrónicos} y escribiría {mail:pieza|piezas} de correo postal.',
      hint: 'Añada --confirm para cerrar los envíos y escribir el correo postal.',
    },
  },
  'cli-bad-json': {
    en: { says: '{file} is not JSON: {reason}', hint: 'Correct the file at that place.' },
    es: { says: '{file} no es JSON: {reason}', hint: 'Corrija el archivo en ese lugar.' },
  },
  'cli-secret-missing': {
    en: {
      says: 'The environment variable {variable} holds no secret.',
      hint: 'Set it to the endpoint’s secret, for example: export {variable}=whsec_…',
    },
    es: {
      says: 'La variable de entorno {variable} no contiene ningún secreto.',
      hint: 'Asígnele el secreto del punto de entrega, por ejemplo: export {variable}=whsec_…',
    },
  },
  'cli-no-endpoint': {
    en: { says: 'Nothing says where to sync to.', hint: 'Add --url URL --secret-env VARIABLE, or --endpoint with one of: {known}' },
    es: {
      says: 'Falta indicar con qué punto de entrega sincronizar.',
      hint: 'Añada --url URL --secret-env VARIABLE, o --endpoint con uno de: {known}',
    },
  },
  'cli-not-a-demo': {
    en: { says: '{folder} holds files that no demo made, for example “{found}”.', hint: 'Choose another folder with --out.' },
    es: {
      says: '{folder} contiene archivos que no son de una demostración, por ejemplo «{found}».',
      hint: 'Elija otra carpeta con --out.',
    },
  },
  'cli-no-window': {
    en: { says: 'The window is not built: there is no {file}.', hint: 'Run: npm run build' },
    es: { says: 'La ventana no está compilada: falta {file}.', hint: 'Ejecute: npm run build' },
  },
  'cli-port-taken': {
    en: { says: 'Port {port} is taken by another program.', hint: 'Choose another with --port, or leave it out to get any free one.' },
    es: { says: 'Otro programa ocupa el puerto {port}.', hint: 'Elija otro con --port o no lo indique para usar uno libre.' },
  },
} as const satisfies WordTable;
