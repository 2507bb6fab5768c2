import type { WordTable } from './words';

export const controlWords = {
  'flow-carries-nobody': {
    en: { says: 'The arrow from the start to “{activity}” carries nobody.', hint: 'Put “Build audience” or another source in between.' },
    es: {
      says: 'La flecha del inicio a «{activity}» no lleva a nadie.',
      hint: 'Intercale «Construir audiencia» u otra actividad de origen.',
    },
  },
  'flow-duplicate-output': {
    en: { says: '“{activity}” has two outputs “{output}”.', hint: 'Give one of them another id.' },
    es: { says: '«{activity}» tiene dos salidas «{output}».', hint: 'Cambie el identificador de una de ellas.' },
  },
  'flow-unknown-input': {
    en: {
      says: 'Input {input} is to be passed on, but only {found:arrives|arrive}.',
      hint: 'Choose one of the inputs that are connected.',
    },
    es: { says: 'Debe pasar la entrada {input}, pero solo llegan {found}.', hint: 'Elija una de las entradas conectadas.' },
  },
  'memory-lost': {
    en: {
      says: 'Of {rows:key|keys} that earlier runs passed on, {found:is|are} left in the data.',
      hint: 'Open the workspace with the engine and the data it had, or let the activity forget what it passed on.',
    },
    es: {
      says: 'De {rows:clave|claves} que entregaron ejecuciones anteriores {found?queda|quedan} {found} en los datos.',
      hint: 'Abra el espacio de trabajo con el motor y los datos que tenía, o haga que la actividad olvide lo que entregó.',
    },
  },
  'memory-other-key': {
    en: {
      says: 'Earlier runs passed on {rows:row|rows} that are not known by the key “{key}” of “{entity}” as it is now.',
      hint: 'Set back the entity, its key and the type of it to what they were, or let the activity forget what it passed on: everybody is new to it then.',
    },
    es: {
      says: 'Ejecuciones anteriores entregaron {rows:fila|filas} que no se conocen por la clave «{key}» de «{entity}» tal como es ahora.',
      hint: 'Devuelva la entidad, su clave y el tipo de esta a lo que eran, o haga que la actividad olvide lo que entregó: entonces todos serán nuevos para ella.',
    },
  },
  'flow-not-counted': {
    en: {
      says: 'The rows of “{activity}: {output}” are asked for, but it is not there or does not run.',
      hint: 'Choose a transition that runs.',
    },
    es: {
      says: 'Se piden las filas de «{activity}: {output}», pero no existe o no se ejecuta.',
      hint: 'Elija una transición que se ejecute.',
    },
  },
  'signal-unknown-campaign': {
    en: { says: 'There is no campaign “{campaign}” to start.', hint: 'Campaigns: {known}.' },
    es: { says: 'No existe la campaña «{campaign}» que se quiere iniciar.', hint: 'Campañas: {known}.' },
  },
  'signal-not-awaited': {
    en: {
      says: '“{campaign}” does not let another campaign start it.',
      hint: 'Open it and set its Start to “Another campaign”, or choose another one here.',
    },
    es: {
      says: '«{campaign}» no se deja iniciar por otra campaña.',
      hint: 'Ábrala y ponga su Inicio en «Otra campaña», o elija aquí otra.',
    },
  },
  'signal-unknown-variable': {
    en: { says: 'The start of “{campaign}” takes no “{name}”.', hint: 'It takes: {known}.' },
    es: { says: 'El inicio de «{campaign}» no recibe «{name}».', hint: 'Recibe: {known}.' },
  },
  'signal-circle': {
    en: { says: 'These campaigns would start each other for ever: {circle}.', hint: 'Take one of the signals out.' },
    es: { says: 'Estas campañas se iniciarían unas a otras sin fin: {circle}.', hint: 'Quite una de las señales.' },
  },
  'signal-chain': {
    en: {
      says: 'One run would start {found:campaign|campaigns} one after another; at most {most} do.',
      hint: 'Start some of them on their own.',
    },
    es: {
      says: 'Una ejecución iniciaría {found:campaña|campañas} una tras otra; como máximo pueden ser {most}.',
      hint: 'Inicie algunas por separado.',
    },
  },
} as const satisfies WordTable;
