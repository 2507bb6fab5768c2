import type { WordTable } from './words';

/** What goes wrong while an activity is computed. The engine's own words come last. */
export const computingWords = {
  'step-overflow': {
    en: {
      says: '“{activity}” computes a number that grows too large to hold: {reason}',
      hint: 'Leave out the rows that cause it; where you wrote the SQL, compute with a type that holds larger numbers.',
    },
    es: {
      says: '«{activity}» calcula un número demasiado grande para guardarlo: {reason}',
      hint: 'Deje fuera las filas que lo causan; donde haya escrito el SQL, calcule con un tipo que admita números mayores.',
    },
  },
  'step-cast': {
    en: {
      says: '“{activity}” meets a value that cannot become what it should: {reason}',
      hint: 'Mend the value in its source and load it again; where you wrote the SQL, TRY_CAST leaves such values empty.',
    },
    es: {
      says: '«{activity}» encuentra un valor que no puede convertirse en lo que debería: {reason}',
      hint: 'Corrija el valor en su origen y vuelva a cargarlo; donde haya escrito el SQL, TRY_CAST deja vacíos esos valores.',
    },
  },
  'step-sql': {
    en: {
      says: 'The SQL of “{activity}” fails in line {line}: {reason}',
      hint: 'Mend that line. TRY_CAST leaves a value empty that cannot be converted, nullif(x, 0) a division by zero.',
    },
    es: {
      says: 'El SQL de «{activity}» falla en la línea {line}: {reason}',
      hint: 'Corrija esa línea. TRY_CAST deja vacío un valor que no se puede convertir; nullif(x, 0), una división por cero.',
    },
  },
  'step-memory': {
    en: {
      says: '“{activity}” needs more memory than there is: {reason}',
      hint: 'Close other programs, or give it fewer rows or columns.',
    },
    es: {
      says: '«{activity}» necesita más memoria de la que hay: {reason}',
      hint: 'Cierre otros programas o dele menos filas o columnas.',
    },
  },
  'step-disk': {
    en: {
      says: '“{activity}” needs more room on the disk than there is ({file}).',
      hint: 'Free some space, or give it fewer rows or columns. Nothing that was saved is lost.',
    },
    es: {
      says: '«{activity}» necesita más espacio en el disco del que hay ({file}).',
      hint: 'Libere espacio o dele menos filas o columnas. No se ha perdido nada de lo guardado.',
    },
  },
  'step-failed': {
    en: {
      says: '“{activity}” cannot be computed: {reason}',
      hint: 'Look at the part shown and at the values it meets; the other activities are computed.',
    },
    es: {
      says: '«{activity}» no se puede calcular: {reason}',
      hint: 'Revise la parte indicada y los valores que encuentra; las demás actividades se calculan.',
    },
  },
  'audience-gone': {
    en: {
      says: '“{activity}” reads the audience “{audience}”, whose members are gone from the database.',
      hint: 'Run the campaign that saves it again, or save the audience as a rule.',
    },
    es: {
      says: '«{activity}» lee la audiencia «{audience}», cuyos miembros ya no están en la base de datos.',
      hint: 'Vuelva a ejecutar la campaña que la guarda o guarde la audiencia como regla.',
    },
  },
  'data-gone': {
    en: {
      says: '“{activity}” reads the entity “{entity}”, whose rows are gone from the database.',
      hint: 'Load its file again.',
    },
    es: {
      says: '«{activity}» lee la entidad «{entity}», cuyas filas ya no están en la base de datos.',
      hint: 'Vuelva a cargar su archivo.',
    },
  },
} as const satisfies WordTable;
