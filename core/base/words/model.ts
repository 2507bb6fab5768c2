import type { WordTable } from './words';

/** Why a reference between tables is no link. */
const noLink = (en: string, es: string): WordTable[string] => ({
  en: {
    says: `The reference from “{entity}” ({columns}) to “{target}” became no link: ${en}.`,
    hint: 'Add the link by hand once both sides are there.',
  },
  es: {
    says: `La referencia de «{entity}» ({columns}) a «{target}» no se ha hecho enlace: ${es}.`,
    hint: 'Añada el enlace a mano cuando existan los dos lados.',
  },
});

export const modelWords = {
  'model-data-behind': {
    en: {
      says: 'The data of “{entity}” is at load {found}, but load {known} was made.',
      hint: 'The last load did not survive. Load its file again.',
    },
    es: {
      says: 'Los datos de «{entity}» están en la carga {found}, pero se hizo la carga {known}.',
      hint: 'La última carga se perdió. Vuelva a cargar su archivo.',
    },
  },
  'link-not-n-1': {
    en: {
      says: 'The link “{link}” cannot be {cardinality}: {repeated:value occurs|values occur} more than once in “{entity}”.',
      hint: 'Link to attributes that are unique there, or turn the link round.',
    },
    es: {
      says: 'El enlace «{link}» no puede ser {cardinality}: {repeated:valor aparece|valores aparecen} más de una vez en «{entity}».',
      hint: 'Enlace con atributos únicos allí o invierta el enlace.',
    },
  },
  'link-name-taken': {
    en: { says: '“{entity}” already has a link called “{name}”.', hint: 'Choose another name.' },
    es: { says: '«{entity}» ya tiene un enlace llamado «{name}».', hint: 'Elija otro nombre.' },
  },
  'link-in-use': {
    en: { says: 'The link “{link}” is used by {users}.', hint: 'Take it out of them first, or remove it all the same.' },
    es: { says: 'El enlace «{link}» se usa en {users}.', hint: 'Quítelo antes de ahí o elimínelo de todos modos.' },
  },
  'link-broken': {
    en: {
      says: 'With these rows the link “{link}” is no longer {cardinality}: {repeated:value occurs|values occur} more than once in “{entity}”.',
      hint: 'Campaigns that walk it would see rows twice. Mend the file, or change the link.',
    },
    es: {
      says: 'Con estas filas el enlace «{link}» deja de ser {cardinality}: {repeated:valor aparece|valores aparecen} más de una vez en «{entity}».',
      hint: 'Las campañas que lo recorren verían filas repetidas. Corrija el archivo o cambie el enlace.',
    },
  },
  'link-attribute-gone': {
    en: {
      says: 'The link “{link}” compares “{attribute}”, which “{entity}” does not have as {type}.',
      hint: 'Load the attribute as it was, or change the link.',
    },
    es: {
      says: 'El enlace «{link}» compara «{attribute}», que «{entity}» no tiene como {type}.',
      hint: 'Cargue el atributo como estaba o cambie el enlace.',
    },
  },
  'ddl-no-tables': {
    en: { says: 'There is no CREATE TABLE in this text.', hint: 'Give the DDL of PostgreSQL, MySQL or Snowflake.' },
    es: { says: 'No hay ningún CREATE TABLE en este texto.', hint: 'Indique el DDL de PostgreSQL, MySQL o Snowflake.' },
  },
  'ddl-not-read': {
    en: {
      says: 'The table “{table}” was passed over ({reason}).',
      hint: 'Tables need columns of their own, and each name may come only once.',
    },
    es: {
      says: 'Se ha omitido la tabla «{table}» ({reason}).',
      hint: 'Las tablas necesitan columnas propias y cada nombre puede aparecer una sola vez.',
    },
  },
  'ddl-no-key': {
    en: {
      says: 'The table “{table}” was passed over: nothing in it is a key.',
      hint: 'Add PRIMARY KEY (…), or UNIQUE over columns that are NOT NULL.',
    },
    es: {
      says: 'Se ha omitido la tabla «{table}»: nada en ella es una clave.',
      hint: 'Añada PRIMARY KEY (…) o UNIQUE sobre columnas NOT NULL.',
    },
  },
  'ddl-link-no-table': noLink('there is no such table', 'no existe esa tabla'),
  'ddl-link-no-column': noLink('there is no column “{column}”', 'no existe la columna «{column}»'),
  'ddl-link-other-count': noLink('it refers to {others:column|columns}', 'se refiere a {others:columna|columnas}'),
  'ddl-link-other-type': noLink('“{left}” is {leftType}, “{right}” is {rightType}', '«{left}» es {leftType} y «{right}» es {rightType}'),
  'ddl-link-name-taken': noLink('its name {name} is taken', 'su nombre {name} ya está en uso'),
  'key-not-one': {
    en: {
      says: 'The key {key} does not name every row of “{entity}” once: {empty:row lacks|rows lack} it and {repeated:repeats|repeat} it.',
      hint: 'Take more attributes into it, or load the rows without those.',
    },
    es: {
      says: 'La clave {key} no nombra cada fila de «{entity}» una sola vez: a {empty:fila le|filas les} falta y {repeated:la repite|la repiten}.',
      hint: 'Añádale atributos o cargue las filas sin esas.',
    },
  },
  'key-derived': {
    en: {
      says: '“{attribute}” of “{entity}” is derived, so no load finds a row by it.',
      hint: 'Choose attributes that come from the file.',
    },
    es: {
      says: '«{attribute}» de «{entity}» se deriva, y ninguna carga encuentra una fila por él.',
      hint: 'Elija atributos que vengan del archivo.',
    },
  },
  'key-in-use': {
    en: {
      says: 'The key of “{entity}” names the members of snapshots: {users}.',
      hint: 'Remove these snapshots first, and take them again afterwards.',
    },
    es: {
      says: 'La clave de «{entity}» nombra a los miembros de instantáneas: {users}.',
      hint: 'Elimine antes esas instantáneas y vuelva a tomarlas después.',
    },
  },
  'attribute-taken': {
    en: { says: '“{entity}” already has an attribute “{attribute}” that comes from its file.', hint: 'Choose another name.' },
    es: { says: '«{entity}» ya tiene un atributo «{attribute}» que viene de su archivo.', hint: 'Elija otro nombre.' },
  },
  'attribute-in-use': {
    en: { says: '“{attribute}” cannot be removed: {by} uses it.', hint: 'Change or remove that first.' },
    es: { says: 'No se puede quitar «{attribute}»: lo usa {by}.', hint: 'Cámbielo o quítelo antes.' },
  },
  'derived-not-one': {
    en: {
      says: 'What “{attribute}” is derived from is not one expression.',
      hint: 'Close every bracket and quote, and write no semicolon.',
    },
    es: {
      says: 'Aquello de lo que se deriva «{attribute}» no es una sola expresión.',
      hint: 'Cierre paréntesis y comillas, sin punto y coma.',
    },
  },
  'derived-other-rows': {
    en: {
      says: '“{attribute}” may only look at its own row, and its expression holds a query.',
      hint: 'Use rules, enrichment or SQL activities for what other rows say.',
    },
    es: {
      says: '«{attribute}» solo puede ver su propia fila, y su expresión contiene una consulta.',
      hint: 'Use reglas, enriquecimiento o actividades SQL para lo que dicen otras filas.',
    },
  },
  'derived-not-fixed': {
    en: {
      says: '“{attribute}” would not stay as it was computed: {function} gives another value each time.',
      hint: 'Compare with the moment of the run in rules instead.',
    },
    es: {
      says: '«{attribute}» no quedaría como se calculó: {function} da otro valor cada vez.',
      hint: 'Compare con la fecha de referencia en las reglas.',
    },
  },
  'identity-bad-country': {
    en: { says: 'No phone numbers are known for the country {country}.', hint: 'Give two letters, such as ES or FR.' },
    es: { says: 'No se conocen números de teléfono del país {country}.', hint: 'Indique dos letras, como ES o FR.' },
  },
  'identity-not-phone': {
    en: {
      says: '“{attribute}” of “{entity}” does not hold phone numbers made comparable, so “{namespace}” cannot use it.',
      hint: 'Derive an attribute from it as a phone number, and name that one.',
    },
    es: {
      says: '«{attribute}» de «{entity}» no contiene teléfonos normalizados, así que «{namespace}» no puede usarlo.',
      hint: 'Derive de él un atributo como teléfono e indique ese.',
    },
  },
  'derived-failed': {
    en: {
      says: '“{attribute}” of “{entity}” cannot be computed: {reason}',
      hint: 'Mend its expression (TRY_CAST and TRY give an empty value instead of an error), or remove it.',
    },
    es: {
      says: 'No se puede calcular «{attribute}» de «{entity}»: {reason}',
      hint: 'Corrija su expresión (TRY_CAST y TRY dan un valor vacío en vez de un error) o quítelo.',
    },
  },
  'entity-exists': {
    en: { says: 'There is already an entity “{entity}”.', hint: 'Choose another name, or remove that entity first.' },
    es: { says: 'Ya existe la entidad «{entity}».', hint: 'Elija otro nombre o elimine antes esa entidad.' },
  },
  'entity-in-use': {
    en: {
      says: '“{entity}” cannot be removed: it is used by {users}.',
      hint: 'Take it out of them first, or remove it all the same; its links then go too.',
    },
    es: {
      says: 'No se puede eliminar «{entity}»: se usa en {users}.',
      hint: 'Quítela antes de ahí o elimínela de todos modos; entonces desaparecen también sus enlaces.',
    },
  },
  'model-not-rebuilt': {
    en: {
      says: 'The rows of “{entity}” could not be loaded again: {reason}',
      hint: 'This engine keeps no rows between sessions. Import the file of this entity.',
    },
    es: {
      says: 'No se han podido volver a cargar las filas de «{entity}»: {reason}',
      hint: 'Este motor no conserva filas entre sesiones. Importe el archivo de esta entidad.',
    },
  },
} as const satisfies WordTable;
