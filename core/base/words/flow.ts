import type { WordTable } from './words';

export const flowWords = {
  'rule-unknown-attribute': {
    en: { says: '{entity} has no attribute “{attribute}”.', hint: 'It has: {known}.' },
    es: { says: '{entity} no tiene el atributo «{attribute}».', hint: 'Tiene: {known}.' },
  },
  'rule-unknown-link': {
    en: { says: 'No link “{link}” leaves {entity}.', hint: 'Links that do: {known}.' },
    es: { says: 'Ningún enlace «{link}» sale de {entity}.', hint: 'Enlaces que salen: {known}.' },
  },
  'rule-path-many': {
    en: {
      says: '“{link}” reaches many rows of {entity}’s side, so there is no single value to test.',
      hint: 'Ask about some, none or every related row, or compare an aggregate.',
    },
    es: {
      says: '«{link}» alcanza muchas filas desde {entity}, así que no hay un único valor que comprobar.',
      hint: 'Pregunte por alguna, ninguna o todas las filas relacionadas, o compare un agregado.',
    },
  },
  'rule-wrong-type': {
    en: { says: '“{attribute}” holds {type}; the test “{op}” does not fit it.', hint: 'Choose a test for {type}.' },
    es: { says: '«{attribute}» contiene {type}; la comprobación «{op}» no le corresponde.', hint: 'Elija una comprobación para {type}.' },
  },
  'rule-bad-value': {
    en: { says: '“{value}” is no {type} that “{attribute}” could hold.', hint: 'Dates are written YYYY-MM-DD, decimals with a point.' },
    es: {
      says: '«{value}» no es un valor de tipo {type} que «{attribute}» pueda contener.',
      hint: 'Las fechas se escriben AAAA-MM-DD y los decimales con punto.',
    },
  },
  'rule-no-attribute': {
    en: { says: 'The aggregate “{function}” needs an attribute.', hint: 'Choose the attribute to aggregate.' },
    es: { says: 'El agregado «{function}» necesita un atributo.', hint: 'Elija el atributo que se agrega.' },
  },
  'flow-unknown-entity': {
    en: { says: 'There is no entity “{entity}”.', hint: 'Known entities: {known}.' },
    es: { says: 'No existe la entidad «{entity}».', hint: 'Entidades: {known}.' },
  },
  'flow-needs-entity': {
    en: {
      says: 'Lines of a file are rows of no entity, and this needs rows of one.',
      hint: 'Put “Reconcile” in between, which finds the rows of an entity that the lines belong to.',
    },
    es: {
      says: 'Las líneas de un archivo no son filas de ninguna entidad, y aquí hacen falta filas de una.',
      hint: 'Ponga «Reconciliar» en medio: encuentra las filas de una entidad a las que pertenecen las líneas.',
    },
  },
  'flow-file-entity': {
    en: {
      says: 'An entity is named “file”, as the lines of a file are, so the two cannot be told apart.',
      hint: 'Load that entity under another name, or load this file as an entity too.',
    },
    es: {
      says: 'Una entidad se llama «file», igual que las líneas de un archivo, así que no se distinguen.',
      hint: 'Cargue esa entidad con otro nombre, o cargue también este archivo como entidad.',
    },
  },
  'flow-other-file': {
    en: {
      says: 'These populations are lines of different files, so equal line numbers are not the same row.',
      hint: 'Reconcile each with the same entity first, then combine what was found.',
    },
    es: {
      says: 'Estas poblaciones son líneas de archivos distintos, así que un mismo número de línea no es la misma fila.',
      hint: 'Reconcilie primero cada una con la misma entidad y combine después lo encontrado.',
    },
  },
  'flow-types-differ': {
    en: {
      says: '“{column}” holds {type} and “{attribute}” {other}, so the two are never equal.',
      hint: 'Read the column as {other}, or compare both as text.',
    },
    es: {
      says: '«{column}» contiene {type} y «{attribute}» {other}, así que nunca son iguales.',
      hint: 'Lea la columna como {other} o compare ambos como texto.',
    },
  },
  'reconcile-keeps-one': {
    en: {
      says: 'Rows that are kept where they are can have one key beside them, not all that they find.',
      hint: 'Choose the first that is found, or reject rows that find several, or do not keep rows that find nothing.',
    },
    es: {
      says: 'Las filas que se quedan como están solo pueden llevar una clave al lado, no todas las que encuentran.',
      hint: 'Elija la primera que se encuentre, o rechace las filas que encuentran varias, o no conserve las que no encuentran ninguna.',
    },
  },
  'load-no-file': {
    en: { says: 'No file is chosen yet.', hint: 'Choose the one to be read whenever the campaign runs.' },
    es: { says: 'Aún no se ha elegido ningún archivo.', hint: 'Elija el que se leerá cada vez que se ejecute la campaña.' },
  },
  'load-changed': {
    en: { says: '{file} changed while it was read.', hint: 'Wait until it is written, then count again.' },
    es: { says: '{file} cambió mientras se leía.', hint: 'Espere a que termine de escribirse y vuelva a contar.' },
  },
  'load-too-many-refused': {
    en: {
      says: '{refused:record|records} of {file} {refused?is|are} refused; {tolerate} may be. The first is on line {line}: {reason}.',
      hint: 'Correct the file or how its columns are read, or allow more.',
    },
    es: {
      says: '{refused:registro|registros} de {file} se {refused?rechaza|rechazan}; se admiten {tolerate}. El primero está en la línea {line}: {reason}.',
      hint: 'Corrija el archivo o la lectura de sus columnas, o admita más.',
    },
  },
  'load-no-default': {
    en: { says: '“{column}” has no default value, and asks for one.', hint: 'Give it one, or choose what else to do.' },
    es: { says: '«{column}» no tiene valor por defecto y lo pide.', hint: 'Indíquelo o elija otra cosa.' },
  },
  'flow-empty': {
    en: { says: 'The flow has no activity.', hint: 'Start with “Build audience”.' },
    es: { says: 'El flujo no tiene ninguna actividad.', hint: 'Empiece con «Construir audiencia».' },
  },
  'flow-cycle': {
    en: {
      says: 'These activities lead back to themselves: {activities}.',
      hint: 'Remove one of the arrows between them, or a count that waits for what follows.',
    },
    es: {
      says: 'Estas actividades vuelven sobre sí mismas: {activities}.',
      hint: 'Quite una de las flechas entre ellas, o un recuento que espere a lo que sigue.',
    },
  },
  'flow-duplicate-id': {
    en: { says: 'Two activities have the id “{id}”.', hint: 'Give one of them another id.' },
    es: { says: 'Dos actividades tienen el identificador «{id}».', hint: 'Cambie el identificador de una de ellas.' },
  },
  'flow-missing-input': {
    en: { says: '“{activity}” needs {needed:incoming arrow|incoming arrows} and has {found}.', hint: 'Connect the missing population.' },
    es: { says: '«{activity}» necesita {needed:flecha|flechas} de entrada y tiene {found}.', hint: 'Conecte la población que falta.' },
  },
  'flow-too-many-inputs': {
    en: {
      says: '“{activity}” takes {needed:incoming arrow|incoming arrows} and has {found}.',
      hint: 'Remove the others, or combine the populations first.',
    },
    es: {
      says: '«{activity}» admite {needed:flecha|flechas} de entrada y tiene {found}.',
      hint: 'Quite las demás o combine antes las poblaciones.',
    },
  },
  'flow-unknown-activity': {
    en: { says: 'An arrow names the activity “{activity}”, which does not exist.', hint: 'Remove the arrow or restore the activity.' },
    es: { says: 'Una flecha nombra la actividad «{activity}», que no existe.', hint: 'Quite la flecha o recupere la actividad.' },
  },
  'flow-unknown-output': {
    en: { says: '“{activity}” has no output “{output}”.', hint: 'Its outputs: {known}.' },
    es: { says: '«{activity}» no tiene la salida «{output}».', hint: 'Sus salidas: {known}.' },
  },
  'flow-dimension-mismatch': {
    en: {
      says: 'The population arriving consists of {found}; this activity works on {needed}.',
      hint: 'Put “Change dimension” in between.',
    },
    es: { says: 'La población que llega es de {found}; esta actividad trabaja con {needed}.', hint: 'Intercale «Cambiar dimensión».' },
  },
  'flow-unknown-column': {
    en: { says: 'The population has no column “{column}”.', hint: 'It has: {known}.' },
    es: { says: 'La población no tiene la columna «{column}».', hint: 'Tiene: {known}.' },
  },
  'flow-column-exists': {
    en: { says: 'The population already has a column “{column}”.', hint: 'Give the new column another name.' },
    es: { says: 'La población ya tiene una columna «{column}».', hint: 'Dé otro nombre a la columna nueva.' },
  },
  'flow-no-audience': {
    en: { says: 'No audience is chosen yet.', hint: 'Choose one of the saved audiences.' },
    es: { says: 'Aún no se ha elegido ninguna audiencia.', hint: 'Elija una de las audiencias guardadas.' },
  },
  'flow-unknown-audience': {
    en: { says: 'There is no audience “{audience}”.', hint: 'Known audiences: {known}.' },
    es: { says: 'No existe la audiencia «{audience}».', hint: 'Audiencias: {known}.' },
  },
  'sql-missing-key': {
    en: {
      says: 'The query does not return the column “{column}”, part of the key of {entity}.',
      hint: 'Select {key} as they are named in {entity}.',
    },
    es: {
      says: 'La consulta no devuelve la columna «{column}», parte de la clave de {entity}.',
      hint: 'Seleccione {key} con los nombres que tienen en {entity}.',
    },
  },
  'sql-key-repeated': {
    en: {
      says: 'The query returns the key {key} {times:time|times}.',
      hint: 'A population has one row per key: use DISTINCT or GROUP BY.',
    },
    es: {
      says: 'La consulta devuelve la clave {key} {times:vez|veces}.',
      hint: 'Una población tiene una fila por clave: use DISTINCT o GROUP BY.',
    },
  },
  'sql-key-unknown': {
    en: {
      says: 'The query returns {rows:key|keys} that {entity} does not have; the first: {key}.',
      hint: 'Join {entity}, so that only its keys are returned.',
    },
    es: {
      says: 'La consulta devuelve {rows:clave|claves} que {entity} no tiene; la primera: {key}.',
      hint: 'Una la consulta con {entity} para que devuelva solo sus claves.',
    },
  },
  'sql-key-empty': {
    en: { says: 'The query returns {rows:row|rows} without a key.', hint: 'Leave out rows whose key is empty.' },
    es: { says: 'La consulta devuelve {rows:fila|filas} sin clave.', hint: 'Excluya las filas con la clave vacía.' },
  },
  'campaign-not-ready': {
    en: {
      says: '“{campaign}” has {errors:problem|problems}; the first: {first}',
      hint: 'Check the campaign, mend what it lists, and run it again.',
    },
    es: {
      says: '«{campaign}» tiene {errors:problema|problemas}; el primero: {first}',
      hint: 'Revise la campaña, corrija lo que se indica y vuelva a ejecutarla.',
    },
  },
  'campaign-in-use': {
    en: { says: 'The campaign “{campaign}” is used by {users}.', hint: 'Take it out of them first, or remove it all the same.' },
    es: { says: 'La campaña «{campaign}» se usa en {users}.', hint: 'Quítela antes de ahí o elimínela de todos modos.' },
  },
  'campaign-changed-elsewhere': {
    en: {
      says: '“{name}” was changed or removed in another window meanwhile, so what was done here since is not saved.',
      hint: 'Show it as it is now, then do it again; both windows can undo.',
    },
    es: {
      says: '«{name}» se ha cambiado o eliminado mientras tanto en otra ventana, así que lo hecho aquí desde entonces no se ha guardado.',
      hint: 'Muéstrela tal como está ahora y hágalo de nuevo; ambas ventanas pueden deshacer.',
    },
  },
  'campaign-running': {
    en: { says: '“{campaign}” is being run already.', hint: 'Wait until that run has ended, or cancel it.' },
    es: { says: '«{campaign}» ya se está ejecutando.', hint: 'Espere a que termine esa ejecución o cancélela.' },
  },
  'campaign-run-earlier': {
    en: {
      says: 'This run of “{campaign}” would be as of {asOf}, before its last one, as of {last}: what its incremental queries passed on then would be passed on again.',
      hint: 'Check the clock of this computer and the moment that was given. To send again on purpose, let the campaign forget what it passed on.',
    },
    es: {
      says: 'Esta ejecución de «{campaign}» sería con fecha {asOf}, anterior a la última, con fecha {last}: lo que sus consultas incrementales dejaron pasar entonces volvería a pasar.',
      hint: 'Revise el reloj de este equipo y el momento indicado. Para enviar de nuevo a propósito, haga que la campaña olvide lo que dejó pasar.',
    },
  },
  'campaign-run-outdated': {
    en: {
      says: 'A run of “{campaign}” begun at {started} was cut off after {frozen} of its messages, and its data or flow has changed since. It was closed as it is.',
      hint: 'Look at what it froze among the deliveries and exports; running again sends to everyone anew.',
    },
    es: {
      says: 'Una ejecución de «{campaign}» iniciada el {started} se interrumpió tras {frozen} de sus mensajes y desde entonces han cambiado los datos o el flujo. Se ha cerrado tal como estaba.',
      hint: 'Revise lo que dejó entre los envíos y los archivos; otra ejecución se dirige de nuevo a todos.',
    },
  },
  'campaign-nothing-to-send': {
    en: { says: '“{campaign}” would leave nothing behind.', hint: 'Add an email, direct mail or “Save audience” activity.' },
    es: {
      says: '«{campaign}» no dejaría nada hecho.',
      hint: 'Añada una actividad de correo electrónico, de correo postal o «Guardar audiencia».',
    },
  },
} as const satisfies WordTable;
