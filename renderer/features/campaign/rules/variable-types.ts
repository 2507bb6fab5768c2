import type { DataType } from '../../../../core/model/entity';
import type { Argument, Literal, VariableReference } from '../../../../core/model/value';
import type { Parameter, VariableType } from '../../../../core/model/variable';

export function isReference(value: Argument | undefined): value is VariableReference {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What a variable has to hold to stand where a value of a type is asked for. */
export function variableTypeFor(type: DataType): VariableType {
  switch (type) {
    case 'text':
      return 'text';
    case 'integer':
    case 'decimal':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'date':
    case 'timestamp':
      return 'date';
  }
}

/** How a variable's value is written. The items of a list are texts or numbers; which, is told by how they are written. */
export function dataTypeFor(type: VariableType): DataType {
  return type === 'list' ? 'text' : type;
}

/** A value to begin with. */
export function firstLiteral(type: DataType): Literal {
  switch (type) {
    case 'integer':
    case 'number':
      return 0;
    case 'decimal':
      return '0';
    case 'boolean':
      return true;
    case 'date':
    case 'timestamp':
      return new Date().toISOString().slice(0, 10);
    case 'text':
      return '';
  }
}

/** Variables that may stand for one value of a type; with `lists` for several, those that hold several first. */
export function fitting(variables: readonly Parameter[], type: DataType, lists = false): Parameter[] {
  const single = variables.filter((v) => v.type === variableTypeFor(type));
  return lists ? [...variables.filter((v) => v.type === 'list'), ...single] : single;
}
