import type { WordTable } from './words';

/** What a check finds in a flow, its inputs and its size before anything runs. */
export const checkWords = {
  'flow-no-end': {
    en: { says: 'Nothing uses what “{activity}” passes on.', hint: 'Connect it, or remove the activity.' },
    es: { says: 'Nada usa lo que entrega «{activity}».', hint: 'Conéctela o quite la actividad.' },
  },
  'flow-after-disabled': {
    en: {
      says: '“{activity}” is disabled, so what follows it does not run either: {after}.',
      hint: 'Enable it, or connect what follows to another activity.',
    },
    es: {
      says: '«{activity}» está desactivada, así que tampoco se ejecuta lo que la sigue: {after}.',
      hint: 'Actívela o conecte lo que sigue a otra actividad.',
    },
  },
  'flow-unreachable': {
    en: {
      says: '“{activity}” never runs: no population can arrive at it.',
      hint: 'Lead an arrow to it, or to what comes before it, from an activity that starts a population.',
    },
    es: {
      says: '«{activity}» no se ejecuta nunca: no le puede llegar ninguna población.',
      hint: 'Lleve hasta ella, o hasta lo que la precede, una flecha desde una actividad que inicie una población.',
    },
  },
  'flow-column-hides': {
    en: {
      says: 'After “{activity}”, these added columns hide the attributes of {entity} with the same names: {columns}.',
      hint: 'Rules that follow read the added columns. Give them other names if the attributes are meant.',
    },
    es: {
      says: 'Tras «{activity}», estas columnas añadidas ocultan los atributos de {entity} con el mismo nombre: {columns}.',
      hint: 'Las reglas siguientes leen las columnas añadidas. Deles otros nombres si se refiere a los atributos.',
    },
  },
  'flow-column-types': {
    en: {
      says: 'The inputs bring the column “{column}” as {type} and as {other}.',
      hint: 'Give one of the columns another name, or bring both as the same type.',
    },
    es: {
      says: 'Las entradas traen la columna «{column}» como {type} y como {other}.',
      hint: 'Dé otro nombre a una de las columnas o traiga ambas con el mismo tipo.',
    },
  },
  'split-same-code': {
    en: { says: 'The code “{code}” already belongs to the segment “{first}”.', hint: 'Give each segment a code of its own.' },
    es: { says: 'El código «{code}» ya es del segmento «{first}».', hint: 'Dé a cada segmento un código propio.' },
  },
  'split-nothing-left': {
    en: {
      says: '“{subset}” can never take anyone: “{taker}” before it takes everyone.',
      hint: 'Put it before “{taker}”, or give “{taker}” a rule or a limit.',
    },
    es: {
      says: '«{subset}» nunca puede recibir a nadie: «{taker}», que va antes, se lleva a todos.',
      hint: 'Póngalo antes de «{taker}» o dé a «{taker}» una regla o un límite.',
    },
  },
  'data-empty': {
    en: { says: 'The entity “{entity}” has no rows.', hint: 'Load its file; until then nothing of it can be found.' },
    es: { says: 'La entidad «{entity}» no tiene filas.', hint: 'Cargue su archivo; hasta entonces no se encontrará nada de ella.' },
  },
  'data-stale': {
    en: {
      says: 'The entity “{entity}” was loaded {days:day|days} ago; more than {most:is|are} taken for old.',
      hint: 'Load its file again, or change the number of days in the settings.',
    },
    es: {
      says: 'La entidad «{entity}» se cargó hace {days:día|días}; más de {most} se consideran demasiados.',
      hint: 'Vuelva a cargar su archivo o cambie el número de días en los ajustes.',
    },
  },
  'audience-stale': {
    en: {
      says: 'The members of “{audience}” were taken on {takenAt}; “{entity}” has been loaded since.',
      hint: 'Run the campaign that saves it again, if its members should follow the data.',
    },
    es: {
      says: 'Los miembros de «{audience}» se tomaron el {takenAt}; después se ha cargado «{entity}».',
      hint: 'Vuelva a ejecutar la campaña que la guarda si sus miembros deben seguir los datos.',
    },
  },
  'link-repeats-rows': {
    en: {
      says: 'The link “{link}” should lead from a row of {entity} to one row of {target} at most ({cardinality}); it leads to {average} on average and up to {maximum}.',
      hint: 'A value read along it would repeat rows. Make the linked values of {target} unique, or turn the link round.',
    },
    es: {
      says: 'El enlace «{link}» debería llevar de una fila de {entity} a una fila de {target} como mucho ({cardinality}); lleva a {average} de media y hasta a {maximum}.',
      hint: 'Un valor leído por él repetiría filas. Haga únicos los valores enlazados de {target} o invierta el enlace.',
    },
  },
  'link-fans-out': {
    en: {
      says: 'The link “{link}” should lead from a row of {entity} to one row of {target} at most ({cardinality}); it leads to {average} on average and up to {maximum}.',
      hint: 'More rows are reached than the link promises, and some are counted twice. Make the linked values of {target} unique.',
    },
    es: {
      says: 'El enlace «{link}» debería llevar de una fila de {entity} a una fila de {target} como mucho ({cardinality}); lleva a {average} de media y hasta a {maximum}.',
      hint: 'Se alcanzan más filas de las que promete el enlace y algunas cuentan dos veces. Haga únicos los valores enlazados de {target}.',
    },
  },
  'guardrail-activities': {
    en: {
      says: 'This flow has {found:activity|activities}; {advised} is advised.',
      hint: 'Flows this large are hard to read: consider several campaigns.',
    },
    es: {
      says: 'Este flujo tiene {found:actividad|actividades}; se aconsejan {advised}.',
      hint: 'Un flujo tan grande se lee mal: considere varias campañas.',
    },
  },
  'guardrail-channels': {
    en: {
      says: 'This campaign sends {found:message|messages}; {advised} is advised.',
      hint: 'Consider splitting it into several campaigns.',
    },
    es: { says: 'Esta campaña envía {found:mensaje|mensajes}; se aconsejan {advised}.', hint: 'Considere dividirla en varias campañas.' },
  },
  'guardrail-entities': {
    en: { says: 'The workspace has {found:entity|entities}; {advised} is advised.', hint: 'Remove entities that no campaign reads.' },
    es: {
      says: 'El espacio de trabajo tiene {found:entidad|entidades}; se aconsejan {advised}.',
      hint: 'Quite las que no lea ninguna campaña.',
    },
  },
  'guardrail-attributes': {
    en: {
      says: 'The entity “{entity}” has {found:attribute|attributes}; {advised} is advised.',
      hint: 'Leave out columns that no rule and no message reads when you load it.',
    },
    es: {
      says: 'La entidad «{entity}» tiene {found:atributo|atributos}; se aconsejan {advised}.',
      hint: 'Al cargarla, omita las columnas que no lea ninguna regla ni ningún mensaje.',
    },
  },
  'guardrail-audiences': {
    en: { says: 'The workspace has {found:audience|audiences}; {advised} is advised.', hint: 'Remove audiences that nothing reads.' },
    es: { says: 'El espacio de trabajo tiene {found:audiencia|audiencias}; se aconsejan {advised}.', hint: 'Quite las que no se lean.' },
  },
  'guardrail-database': {
    en: { says: 'The data takes {found} GB; {advised} GB is advised.', hint: 'Load fewer columns or rows, or remove entities.' },
    es: { says: 'Los datos ocupan {found} GB; se aconsejan {advised} GB.', hint: 'Cargue menos columnas o filas, o quite entidades.' },
  },
  'guardrail-mail-columns': {
    en: {
      says: 'The mail file of “{activity}” has {found:column|columns}; {advised} is advised.',
      hint: 'Leave out what the mail house does not print.',
    },
    es: {
      says: 'El archivo de correo de «{activity}» tiene {found:columna|columnas}; se aconsejan {advised}.',
      hint: 'Omita lo que la imprenta no imprime.',
    },
  },
  'guardrail-composite-key': {
    en: {
      says: 'One message per row of “{entity}” relies on a key of several attributes ({key}), which other tools cannot send by.',
      hint: 'Nothing to do here. For other tools, give the entity a key of one attribute.',
    },
    es: {
      says: 'Un mensaje por fila de «{entity}» se apoya en una clave de varios atributos ({key}), con la que otras herramientas no saben enviar.',
      hint: 'Aquí no hay que hacer nada. Para otras herramientas, dé a la entidad una clave de un solo atributo.',
    },
  },
  'guardrail-list-column': {
    en: {
      says: 'The column “{column}” holds lists; audiences of other tools hold single values only.',
      hint: 'Nothing to do here. For other tools, keep one value per row.',
    },
    es: {
      says: 'La columna «{column}» contiene listas; las audiencias de otras herramientas solo contienen valores sueltos.',
      hint: 'Aquí no hay que hacer nada. Para otras herramientas, conserve un valor por fila.',
    },
  },
} as const satisfies WordTable;
