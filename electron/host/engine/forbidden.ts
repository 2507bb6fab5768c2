/** Table functions that only make rows out of their arguments. */
export const allowedTableFunctions: ReadonlySet<string> = new Set(['range', 'generate_series', 'unnest', 'repeat']);

const forbiddenFunctions: ReadonlySet<string> = new Set([
  'getenv',
  'getvariable',
  'current_setting',
  'set_config',
  'nextval',
  'currval',
  'setval',
  'lastval',
  'setseed',
  'sleep_ms',
  'write_log',
  'error',
  'stats',
  'txid_current',
  'in_search_path',
  'version',
  'current_query',
  'current_database',
  'current_catalog',
  'current_schema',
  'current_schemas',
  'current_user',
  'session_user',
  'user',
  'current_role',
  'current_connection_id',
  'current_query_id',
  'current_transaction_id',
  'get_block_size',
  'col_description',
  'obj_description',
  'shobj_description',
  'format_type',
  'format_pg_type',
  'map_to_pg_oid',
  'add_parquet_key',
  'query',
  'query_table',
  'summary',
  'glob',
  'sniff_csv',
  'seq_scan',
  'arrow_scan',
  'arrow_scan_dumb',
  'repeat_row',
  'which_secret',
  'checkpoint',
  'force_checkpoint',
  'json_execute_serialized_sql',
  'json_serialize_sql',
  'json_deserialize_sql',
  'json_serialize_plan',
  'sql_auto_complete',
  'from_substrait',
  'from_substrait_json',
  'get_substrait',
  'get_substrait_json',
]);

const forbiddenStarts = [
  'pg_',
  'duckdb_',
  'pragma_',
  'has_',
  'inet_',
  'read_',
  'scan_',
  'parquet_',
  'enable_',
  'disable_',
  'truncate_',
  'icu_calendar',
  'test_',
];
const allowedInSpite: ReadonlySet<string> = new Set(['pg_typeof', 'pg_size_pretty']);

/** Functions that see files, settings, the catalogue or the process, or change something. `name` in any case. */
export function isForbiddenFunction(name: string): boolean {
  const lower = name.toLowerCase();
  if (allowedInSpite.has(lower)) return false;
  return forbiddenFunctions.has(lower) || forbiddenStarts.some((start) => lower.startsWith(start)) || /_scan$/.test(lower);
}

/** Tables of the catalogue, and names that are files. */
export function isForbiddenTable(name: string): boolean {
  return /^(pg_|duckdb_|sqlite_|pragma_|information_schema)/i.test(name) || /[\\/:*?]|\.[a-z0-9]{2,7}$/i.test(name);
}
