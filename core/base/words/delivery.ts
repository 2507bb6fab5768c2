import type { WordTable } from './words';

export const deliveryWords = {
  'net-unreachable': {
    en: {
      says: '{host} cannot be reached: {reason}',
      hint: 'Check the connection and the endpoint’s address. Nothing is lost; sync again when it is back.',
    },
    es: {
      says: 'No se puede conectar con {host}: {reason}',
      hint: 'Compruebe la conexión y la dirección del punto de entrega. No se pierde nada; sincronice de nuevo cuando vuelva.',
    },
  },
  'net-refused-address': {
    en: {
      says: '{host} is an address of this machine or of a private network ({address}).',
      hint: 'If that is meant, allow private addresses for this endpoint.',
    },
    es: {
      says: '{host} es una dirección de este equipo o de una red privada ({address}).',
      hint: 'Si es lo que desea, permita las direcciones privadas para este punto de entrega.',
    },
  },
  'net-bad-url': {
    en: {
      says: '“{url}” is not an http or https address that can be used.',
      hint: 'Correct it in the endpoint’s settings; user names and passwords do not belong in it.',
    },
    es: {
      says: '«{url}» no es una dirección http o https utilizable.',
      hint: 'Corríjala en los ajustes del punto de entrega; no debe llevar usuario ni contraseña.',
    },
  },
  'net-untrusted': {
    en: {
      says: 'The certificate of {host} cannot be trusted: {reason}',
      hint: 'Ask who runs the endpoint for a valid certificate, and check this machine’s date.',
    },
    es: {
      says: 'El certificado de {host} no es de confianza: {reason}',
      hint: 'Pida un certificado válido a quien gestiona el punto de entrega y compruebe la fecha de este equipo.',
    },
  },
  'net-answer-too-large': {
    en: { says: '{host} answered with more than {limit:byte|bytes}.', hint: 'Check that the address is the one of a delivery endpoint.' },
    es: { says: '{host} ha respondido con más de {limit:byte|bytes}.', hint: 'Compruebe que la dirección es la de un punto de entrega.' },
  },
  'delivery-not-frozen': {
    en: { says: 'The delivery “{folder}” is not complete and cannot be sent.', hint: 'Confirm the run again; freezing starts over.' },
    es: {
      says: 'El envío «{folder}» no está completo y no se puede enviar.',
      hint: 'Confirme de nuevo la ejecución; la preparación vuelve a empezar.',
    },
  },
  'delivery-already-frozen': {
    en: {
      says: 'The delivery “{folder}” is frozen already, by another run.',
      hint: 'Use another name for the wave; a frozen delivery is never changed.',
    },
    es: {
      says: 'El envío «{folder}» ya está cerrado por otra ejecución.',
      hint: 'Use otro nombre para la oleada; un envío cerrado nunca se modifica.',
    },
  },
  'delivery-recipient-empty': {
    en: {
      says: '{rows:recipient|recipients} of “{folder}” {rows?has|have} no id.',
      hint: 'Nothing was frozen. Check the key of the message’s audience.',
    },
    es: {
      says: '{rows:destinatario|destinatarios} de «{folder}» no {rows?tiene|tienen} identificador.',
      hint: 'No se ha cerrado nada. Revise la clave de la audiencia del mensaje.',
    },
  },
  'delivery-recipient-twice': {
    en: {
      says: '{rows:recipient|recipients} of “{folder}” {rows?appears|appear} more than once.',
      hint: 'Nothing was frozen. Deduplicate the message’s audience.',
    },
    es: {
      says: '{rows:destinatario|destinatarios} de «{folder}» {rows?aparece|aparecen} más de una vez.',
      hint: 'No se ha cerrado nada. Elimine los duplicados de la audiencia del mensaje.',
    },
  },
  'delivery-value-not-finite': {
    en: {
      says: '{rows:recipient|recipients} of “{folder}” {rows?has|have} an infinite or undefined number.',
      hint: 'Nothing was frozen. Correct the calculation that makes it.',
    },
    es: {
      says: '{rows:destinatario|destinatarios} de «{folder}» {rows?tiene|tienen} un número infinito o indefinido.',
      hint: 'No se ha cerrado nada. Corrija el cálculo que lo produce.',
    },
  },
  'delivery-counts-differ': {
    en: {
      says: 'The recipients of “{folder}” are {found}, but {counted:was|were} counted.',
      hint: 'The data changed in between. Count again, then confirm.',
    },
    es: {
      says: 'Los destinatarios de «{folder}» son {found}, pero se contaron {counted}.',
      hint: 'Los datos han cambiado entretanto. Cuente de nuevo y confirme.',
    },
  },
  'delivery-tampered': {
    en: {
      says: '{file} of the delivery “{folder}” is not what was frozen.',
      hint: 'It is not sent. Bring the file back from a backup, or run the campaign again.',
    },
    es: {
      says: '{file} del envío «{folder}» no es lo que se cerró.',
      hint: 'No se envía. Recupere el archivo de una copia o ejecute de nuevo la campaña.',
    },
  },
  'delivery-expired': {
    en: {
      says: 'The delivery “{folder}” was to be sent before {expires}.',
      hint: 'It is not sent late. Run the campaign again with a new validity.',
    },
    es: {
      says: 'El envío «{folder}» debía salir antes de {expires}.',
      hint: 'No se envía con retraso. Ejecute de nuevo la campaña con otra validez.',
    },
  },
  'delivery-refused': {
    en: {
      says: 'The endpoint {host} refused the delivery “{folder}”: {said}',
      hint: 'Show this to who runs the endpoint. The delivery is kept and can be synced again.',
    },
    es: {
      says: 'El punto de entrega {host} ha rechazado el envío «{folder}»: {said}',
      hint: 'Muéstrelo a quien lo gestiona. El envío se conserva y se puede sincronizar de nuevo.',
    },
  },
  'delivery-unauthorised': {
    en: {
      says: 'The endpoint {host} does not accept the signature of “{folder}”.',
      hint: 'Enter the endpoint’s current secret and sync again. Nothing is lost.',
    },
    es: {
      says: 'El punto de entrega {host} no acepta la firma de «{folder}».',
      hint: 'Introduzca el secreto actual del punto de entrega y sincronice de nuevo. No se pierde nada.',
    },
  },
  'delivery-waiting': {
    en: {
      says: 'The delivery “{folder}” waits after {tries:try|tries}; last heard from {host}: {said}',
      hint: 'Sync again later; it goes on where it stopped.',
    },
    es: {
      says: 'El envío «{folder}» espera tras {tries:intento|intentos}; última respuesta de {host}: {said}',
      hint: 'Sincronice más tarde; continúa donde se quedó.',
    },
  },
  'delivery-wrong-receipt': {
    en: {
      says: 'The receipt from {host} does not fit the delivery “{folder}”.',
      hint: 'It is not taken as delivered. Show this to who runs the endpoint.',
    },
    es: {
      says: 'El acuse de {host} no corresponde al envío «{folder}».',
      hint: 'No se da por entregado. Muéstrelo a quien gestiona el punto de entrega.',
    },
  },
  'delivery-no-secret': {
    en: { says: 'There is no secret for the endpoint “{name}”.', hint: 'Enter it in the endpoint’s settings.' },
    es: { says: 'No hay secreto para el punto de entrega «{name}».', hint: 'Introdúzcalo en los ajustes del punto de entrega.' },
  },
  'delivery-bad-secret': {
    en: {
      says: 'The endpoint’s secret is not one that can sign.',
      hint: 'It looks like whsec_ followed by at least 32 letters and digits (base64).',
    },
    es: {
      says: 'El secreto del punto de entrega no sirve para firmar.',
      hint: 'Tiene la forma whsec_ seguido de al menos 32 letras y cifras (base64).',
    },
  },
  'endpoint-bad-faults': {
    en: {
      says: '“{rule}” is not a fault the endpoint can show.',
      hint: 'Write name:rate, with commas between: 500:0.05,429:0.05,drop:0.02',
    },
    es: {
      says: '«{rule}» no es un fallo que el punto de entrega pueda mostrar.',
      hint: 'Escriba nombre:proporción, separados por comas: 500:0.05,429:0.05,drop:0.02',
    },
  },
  'endpoint-folder-in-use': {
    en: {
      says: 'The folder {folder} is used by another endpoint (process {pid}).',
      hint: 'Stop that one first, or choose another folder.',
    },
    es: { says: 'La carpeta {folder} la usa otro punto de entrega (proceso {pid}).', hint: 'Deténgalo primero o elija otra carpeta.' },
  },
} as const satisfies WordTable;
