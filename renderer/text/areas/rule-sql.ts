/** A rule as SQL, and SQL as a rule. */
export const ruleSqlEn = {
  open: 'Show as SQL',
  title: 'Rule as SQL',
  text: (entity: string) => `A SELECT of the ${entity} that the rule selects. Change it, and it becomes a rule again.`,
  editor: 'SQL of the rule',
  reading: 'As a rule',
  apply: 'Use as rule',
  keep: 'Keep as SQL',
  keepHint: 'It can be kept as SQL: the rule then selects the rows whose key this query returns, and is edited as SQL only.',
};
export const ruleSqlEs: typeof ruleSqlEn = {
  open: 'Ver como SQL',
  title: 'Regla como SQL',
  text: (entity) => `Un SELECT de las filas de ${entity} que la regla selecciona. Cámbielo y vuelve a ser una regla.`,
  editor: 'SQL de la regla',
  reading: 'Como regla',
  apply: 'Usar como regla',
  keep: 'Dejar en SQL',
  keepHint: 'Puede quedar en SQL: la regla selecciona entonces las filas cuya clave devuelve esta consulta y solo se edita como SQL.',
};
