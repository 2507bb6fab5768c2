import { expect, test } from 'vitest';
import { statementAt, statementsIn } from '../../../core/sql/statements';

const text = "SELECT ';' -- one; two\n;\n/* ; */ SELECT $$;$$;;\n  FROM t ";

test('statements end at semicolons that are not in texts, quotes or comments', () => {
  expect(statementsIn(text).map((s) => s.sql)).toEqual(["SELECT ';'", 'SELECT $$;$$', 'FROM t']);
  for (const { sql, start, end } of statementsIn(text)) expect(text.slice(start, end)).toBe(sql);
  expect(statementsIn(' -- nothing')).toEqual([]);
});

test('the statement at a place is the one around it or before it', () => {
  const at = (place: number) => statementAt(text, place)?.sql;
  expect(at(0)).toBe("SELECT ';'");
  expect(at(text.indexOf('two'))).toBe("SELECT ';'");
  expect(at(text.indexOf('$$'))).toBe('SELECT $$;$$');
  expect(at(text.length)).toBe('FROM t');
  expect(statementAt('  SELECT 1', 0)?.sql).toBe('SELECT 1');
});
