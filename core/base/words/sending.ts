import type { WordTable } from './words';

export const sendingWords = {
  'sending-no-profile': {
    en: { says: 'The workspace does not say which entity is the profile.', hint: 'Choose it in the settings, under Profile.' },
    es: { says: 'El espacio de trabajo no dice qué entidad es el perfil.', hint: 'Elíjala en los ajustes, en Perfil.' },
  },
  'sending-no-path': {
    en: {
      says: 'The path from {entity} ends at {reached}, not at the profile {profile}.',
      hint: 'Choose the links that lead from {entity} to {profile}.',
    },
    es: {
      says: 'La ruta desde {entity} termina en {reached}, no en el perfil {profile}.',
      hint: 'Elija los enlaces que llevan de {entity} a {profile}.',
    },
  },
  'sending-secondary-twice': {
    en: {
      says: '“{link}” leads from many rows of {entity} to one, so a row could be reached twice.',
      hint: 'End the path at rows that belong to one {entity} each.',
    },
    es: {
      says: '«{link}» lleva de muchas filas de {entity} a una, y una fila podría alcanzarse dos veces.',
      hint: 'Termine la ruta en filas que pertenezcan a una sola fila de {entity}.',
    },
  },
  'sending-no-secondary-path': {
    en: {
      says: 'The address or the content is read from the related row, but no path leads to one.',
      hint: 'Choose rows under “One message per related row”, or read from the profile or the population’s row.',
    },
    es: {
      says: 'La dirección o el contenido se leen de la fila relacionada, pero ninguna ruta lleva a ella.',
      hint: 'Elija filas en «Un mensaje por fila relacionada», o lea del perfil o de la fila de la población.',
    },
  },
  'sending-no-address': {
    en: {
      says: 'Nothing says where {entity} holds the address of this message.',
      hint: 'Choose the address in the message, or in the workspace settings under Profile.',
    },
    es: {
      says: 'Nada dice dónde guarda {entity} la dirección de este mensaje.',
      hint: 'Elija la dirección en el mensaje, o en los ajustes del espacio de trabajo, en Perfil.',
    },
  },
  'sending-consent-key': {
    en: {
      says: 'The consent table {entity} does not name {profile} by its whole key.',
      hint: 'List one attribute for each part of the key, in its order.',
    },
    es: {
      says: 'La tabla de consentimientos {entity} no nombra {profile} por su clave completa.',
      hint: 'Indique un atributo por cada parte de la clave, en su orden.',
    },
  },
  'sending-consent-time': {
    en: { says: '“{attribute}” of {entity} is no date, so the newest consent cannot be told.', hint: 'Load it as a date or timestamp.' },
    es: {
      says: '«{attribute}» de {entity} no es una fecha, y no se sabe cuál es el consentimiento más reciente.',
      hint: 'Cárguelo como fecha o como fecha y hora.',
    },
  },
  'sending-list-time': {
    en: {
      says: '“{attribute}” of {entity} is no date, so it cannot be told who is on the list “{list}” already.',
      hint: 'Load it as a date or timestamp, or name no time for the list.',
    },
    es: {
      says: '«{attribute}» de {entity} no es una fecha, y no se sabe quién está ya en la lista «{list}».',
      hint: 'Cárguelo como fecha o como fecha y hora, o no indique ninguna para la lista.',
    },
  },
  'sending-list-unused': {
    en: {
      says: 'The suppression list “{list}” matches by {matches}, which these rows do not have; it excludes nobody.',
      hint: 'Map that attribute in the settings, or match the list by profile.',
    },
    es: {
      says: 'La lista de supresión «{list}» compara por {matches}, que estas filas no tienen; no excluye a nadie.',
      hint: 'Asigne ese atributo en los ajustes, o compare la lista por perfil.',
    },
  },
  'sending-seed-value': {
    en: {
      says: 'The seed “{seed}” gives “{value}” for {field}, which holds {type}.',
      hint: 'Write a {type}; dates as YYYY-MM-DD, decimals with a point.',
    },
    es: {
      says: 'La dirección testigo «{seed}» da «{value}» para {field}, que contiene {type}.',
      hint: 'Escriba un valor de tipo {type}; las fechas como AAAA-MM-DD, los decimales con punto.',
    },
  },
  'sending-unbalanced': {
    en: {
      says: 'The counts of message {activity} do not add up: {input} in, {sent} out, {excluded} left out.',
      hint: 'Nothing was written. Count the campaign again; if it stays, report it.',
    },
    es: {
      says: 'Los recuentos del mensaje {activity} no cuadran: entran {input}, salen {sent}, quedan fuera {excluded}.',
      hint: 'No se ha escrito nada. Vuelva a contar la campaña; si persiste, comuníquelo.',
    },
  },
  'content-syntax': {
    en: { says: 'The content cannot be read at line {line}, column {column}: {message}', hint: 'Correct the Liquid there.' },
    es: { says: 'El contenido no se puede leer en la línea {line}, columna {column}: {message}', hint: 'Corrija el Liquid en ese punto.' },
  },
  'content-unknown-field': {
    en: { says: 'The content uses “{field}”, which does not exist.', hint: 'Known: {known}.' },
    es: { says: 'El contenido usa «{field}», que no existe.', hint: 'Existen: {known}.' },
  },
  'content-nothing-added': {
    en: {
      says: 'The content uses “{field}”, but nothing is added to these people on their way here.',
      hint: 'Put “Enrich” in front of this, or take the field out of the content.',
    },
    es: {
      says: 'El contenido usa «{field}», pero a estas personas no se les añade nada en el camino.',
      hint: 'Ponga «Enriquecer» delante o quite el campo del contenido.',
    },
  },
  'content-render': {
    en: { says: '“{text}” cannot be rendered: {message}', hint: 'Correct the content, then preview this recipient again.' },
    es: { says: '«{text}» no se puede componer: {message}', hint: 'Corrija el contenido y vuelva a ver este destinatario.' },
  },
  'content-no-subject': {
    en: { says: 'The email has no subject.', hint: 'Write one; mail without a subject is taken for spam.' },
    es: { says: 'El correo no tiene asunto.', hint: 'Escriba uno; el correo sin asunto se toma por spam.' },
  },
  'content-no-from': {
    en: { says: 'The email does not say which address it comes from.', hint: 'Write the sender’s address, like news@example.com.' },
    es: { says: 'El correo no dice desde qué dirección se envía.', hint: 'Escriba la dirección del remitente, como noticias@example.com.' },
  },
  'content-bad-from': {
    en: { says: '“{address}” is not an address that mail can come from.', hint: 'Write it like news@example.com.' },
    es: { says: '«{address}» no es una dirección desde la que se pueda enviar.', hint: 'Escríbala como noticias@example.com.' },
  },
  'content-no-unsubscribe': {
    en: { says: 'This marketing email has no link to unsubscribe.', hint: 'Add a link whose text or address says unsubscribe.' },
    es: {
      says: 'Este correo comercial no tiene enlace para darse de baja.',
      hint: 'Añada un enlace cuyo texto o dirección hable de baja.',
    },
  },
  'content-large': {
    en: {
      says: 'The email is {kilobytes} kB before its values are filled in; mail programs cut it at about 102 kB.',
      hint: 'Shorten the HTML, or move styles and images out of it.',
    },
    es: {
      says: 'El correo ocupa {kilobytes} kB antes de rellenar sus valores; los programas de correo lo cortan a unos 102 kB.',
      hint: 'Acorte el HTML o saque de él estilos e imágenes.',
    },
  },
  'reason-unreconciled': {
    en: { says: 'Reaches no profile.' },
    es: { says: 'No llega a ningún perfil.' },
  },
  'reason-no-secondary': {
    en: { says: 'Has no related row.' },
    es: { says: 'No tiene fila relacionada.' },
  },
  'reason-suppressed': {
    en: { says: 'On a suppression list.' },
    es: { says: 'En una lista de supresión.' },
  },
  'reason-no-consent': {
    en: { says: 'No consent.' },
    es: { says: 'Sin consentimiento.' },
  },
  'reason-no-address': {
    en: { says: 'No address.' },
    es: { says: 'Sin dirección.' },
  },
  'reason-bad-address': {
    en: { says: 'Address not well-formed.' },
    es: { says: 'Dirección mal formada.' },
  },
  'reason-duplicate-address': {
    en: { says: 'Same address as another row.' },
    es: { says: 'Misma dirección que otra fila.' },
  },
  'reason-control': {
    en: { says: 'Control group.' },
    es: { says: 'Grupo de control.' },
  },
  'reason-bad-content': {
    en: { says: 'A required field is empty.' },
    es: { says: 'Falta un campo obligatorio.' },
  },
  'detail-opted-out': {
    en: { says: 'Opted out.' },
    es: { says: 'Se dio de baja.' },
  },
  'detail-unknown': {
    en: { says: 'Consent unknown.' },
    es: { says: 'Consentimiento desconocido.' },
  },
  'detail-email-length': {
    en: { says: 'Longer than mail systems take.' },
    es: { says: 'Más larga de lo que admite el correo.' },
  },
  'detail-email-at': {
    en: { says: 'Not exactly one @.' },
    es: { says: 'No tiene exactamente una @.' },
  },
  'detail-email-space': {
    en: { says: 'Contains a space.' },
    es: { says: 'Contiene un espacio.' },
  },
  'detail-email-local': {
    en: { says: 'Not well-formed before the @.' },
    es: { says: 'Mal formada antes de la @.' },
  },
  'detail-email-domain': {
    en: { says: 'Not a domain name after the @.' },
    es: { says: 'No hay un dominio válido tras la @.' },
  },
  'detail-postal-country': {
    en: { says: 'Country is not a two-letter code.' },
    es: { says: 'El país no es un código de dos letras.' },
  },
  'detail-postal-name': {
    en: { says: 'No name.' },
    es: { says: 'Sin nombre.' },
  },
  'detail-postal-line': {
    en: { says: 'No street or box.' },
    es: { says: 'Sin calle ni apartado.' },
  },
  'detail-postal-city': {
    en: { says: 'No town.' },
    es: { says: 'Sin localidad.' },
  },
  'detail-postal-postcode-missing': {
    en: { says: 'No postcode.' },
    es: { says: 'Sin código postal.' },
  },
  'detail-postal-postcode': {
    en: { says: 'Postcode not of its country.' },
    es: { says: 'El código postal no es de su país.' },
  },
  'detail-postal-region': {
    en: { says: 'No state or province.' },
    es: { says: 'Sin estado ni provincia.' },
  },
  'detail-message': {
    en: { says: 'Of this message.' },
    es: { says: 'Del mensaje.' },
  },
  'detail-campaign': {
    en: { says: 'Of the campaign.' },
    es: { says: 'De la campaña.' },
  },
  'detail-workspace': {
    en: { says: 'Of the workspace.' },
    es: { says: 'Del espacio de trabajo.' },
  },
} as const satisfies WordTable;
