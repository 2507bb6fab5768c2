/** Without the semicolon people end a statement with. */
export function plainSql(sql: string): string {
  return sql.trim().replace(/;\s*$/, '');
}

/** Empty lines before what a person wrote, which `plainSql` leaves out. */
export function linesBefore(sql: string): number {
  return (/^\s*/.exec(sql)?.[0] ?? '').split('\n').length - 1;
}
