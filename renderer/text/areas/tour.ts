export const tourEn = {
  title: 'Tour',
  take: 'Show me around',
  offer: 'New to Muster? Six stops on this campaign show what it can do.',
  accept: 'Show me around',
  decline: 'Not now',
  leave: 'Leave the tour',
  done: 'Done',
  of: (n: number, all: number) => `${n} of ${all}`,
  toCard: 'To the card of the tour',
  nextStop: 'Next stop',
  stopBefore: 'The stop before',
  stops: {
    counts: {
      title: 'Every arrow is counted',
      text: 'The number on an arrow is how many people travel on it: exact, and as of now. Click one to look at them.',
    },
    rule: {
      title: 'Change a rule and watch',
      text: 'Pick another value here. What comes after it is counted again at once, and beside each number stands what it gained or lost. Ctrl+Z takes it back; F6 leads back to this card.',
    },
    rows: {
      title: 'Who they are, and why',
      text: 'The people on the chosen arrow, how their values spread, and the SQL behind them. Why tells what each activity did with one of them, and which part of which rule decided.',
    },
    rehearse: {
      title: 'Rehearse before anything leaves',
      text: 'The whole campaign runs on this machine and sends nothing. Everyone left out has exactly one reason, and the reasons add up.',
    },
    deliver: {
      title: 'Then sync, or print',
      text: 'A run that was confirmed waits here, frozen and counted, until you sync it to your endpoint. Mail is exported for the printer from its campaign.',
    },
    keys: {
      title: 'Go anywhere by typing',
      text: 'Ctrl+K finds every campaign, entity and action by its name, this tour too. A question mark shows the keys that work where you are.',
    },
  },
};

export const tourEs: typeof tourEn = {
  title: 'Recorrido',
  take: 'Enseñarme Muster',
  offer: '¿Es nuevo en Muster? Seis paradas en esta campaña muestran lo que sabe hacer.',
  accept: 'Enseñarme Muster',
  decline: 'Ahora no',
  leave: 'Dejar el recorrido',
  done: 'Listo',
  of: (n, all) => `${n} de ${all}`,
  toCard: 'A la tarjeta del recorrido',
  nextStop: 'Parada siguiente',
  stopBefore: 'Parada anterior',
  stops: {
    counts: {
      title: 'Cada flecha está contada',
      text: 'El número de una flecha dice cuántas personas pasan por ella: exacto y a día de hoy. Púlselo para verlas.',
    },
    rule: {
      title: 'Cambie una regla y observe',
      text: 'Elija aquí otro valor. Lo que viene después se vuelve a contar al momento, y junto a cada número está lo que ganó o perdió. Ctrl+Z lo deshace; F6 vuelve a esta tarjeta.',
    },
    rows: {
      title: 'Quiénes son y por qué',
      text: 'Las personas de la flecha elegida, cómo se reparten sus valores y el SQL que las reúne. Por qué cuenta lo que hizo cada actividad con una de ellas y qué parte de qué regla decidió.',
    },
    rehearse: {
      title: 'Ensaye antes de que salga nada',
      text: 'La campaña entera se ejecuta en este equipo y no envía nada. Quien queda fuera tiene exactamente un motivo, y los motivos suman el total.',
    },
    deliver: {
      title: 'Después sincronice o imprima',
      text: 'Una ejecución confirmada espera aquí, congelada y contada, hasta que la sincronice con su punto de entrega. El correo postal se exporta para la imprenta desde su campaña.',
    },
    keys: {
      title: 'Vaya a cualquier sitio escribiendo',
      text: 'Ctrl+K encuentra por su nombre cualquier campaña, entidad o acción, también este recorrido. El signo de interrogación muestra las teclas que sirven donde está.',
    },
  },
};
