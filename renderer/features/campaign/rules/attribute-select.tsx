import type { Attribute, DataModel } from '../../../../core/model/entity';
import { useData } from '../../../state/data';
import { entityNamed, pathsFrom, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';

interface Reached {
  path?: string[];
  attribute: string;
}

// A name holds no control character, so this one is no attribute's.
const nothing = '\u0001';

const written = (path: readonly string[] | undefined, attribute: string) => [...(path ?? []), attribute].join('.');

/** The attribute at the end of a path, as the data model knows it. */
export function attributeAt(
  model: DataModel,
  entity: string,
  path: readonly string[] | undefined,
  attribute: string | undefined,
): Attribute | undefined {
  const end = walk(model, entity, path ?? []);
  return entityNamed(model, end?.entity)?.attributes.find((a) => a.name === attribute);
}

/** Attributes of an entity, and of entities a row reaches exactly one row of. */
export function AttributeSelect({
  entity,
  value,
  onChange,
  label,
  id,
  own,
  only,
  none,
  onNone,
}: {
  entity: string;
  value: Reached | undefined;
  onChange: (reached: Reached) => void;
  label?: string;
  id?: string;
  /** Only attributes of the entity itself. */
  own?: boolean;
  only?: (attribute: Attribute) => boolean;
  /** What choosing none of them is called, where that may be. */
  none?: string;
  onNone?: () => void;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const here = entityNamed(model, entity)?.attributes ?? [];
  const near = own ? [] : pathsFrom(model, entity, 2, true);
  const fits = (a: Attribute) => only === undefined || only(a);
  const reached: (Reached & { type: Attribute['type'] })[] = [
    ...here.filter(fits).map((a) => ({ attribute: a.name, type: a.type })),
    ...near.flatMap(({ path, entity: there }) =>
      (entityNamed(model, there)?.attributes ?? []).filter(fits).map((a) => ({ path, attribute: a.name, type: a.type })),
    ),
  ];
  const options = [
    ...(none === undefined ? [] : [{ value: nothing, label: none }]),
    ...reached.map((r) => ({
      value: written(r.path, r.attribute),
      label: written(r.path, r.attribute),
      hint: t.data.types[r.type],
    })),
  ];
  const take = (next: string) => {
    if (next === nothing) return onNone?.();
    const found = reached.find((r) => written(r.path, r.attribute) === next);
    if (found) onChange({ attribute: found.attribute, ...(found.path ? { path: found.path } : {}) });
  };
  const shown = value ? written(value.path, value.attribute) : none === undefined ? undefined : nothing;
  return (
    <Select
      id={id}
      label={id === undefined ? (label ?? t.rules.attribute) : undefined}
      value={shown || undefined}
      placeholder={t.common.choose}
      options={options}
      onChange={take}
    />
  );
}

/** Paths over links that reach other rows. */
export function PathSelect({
  entity,
  value,
  onChange,
  label,
  to,
  single,
  many,
}: {
  entity: string;
  value: string[];
  onChange: (path: string[]) => void;
  label?: string;
  to?: string;
  /** Only paths that reach one row. */
  single?: boolean;
  /** Only paths that may reach several. */
  many?: boolean;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const paths = pathsFrom(model, entity, 3, single ?? false).filter((p) => (to === undefined || p.entity === to) && (!many || p.many));
  const options = paths.map((p) => ({ value: p.path.join('.'), label: p.path.join(' → '), hint: p.entity }));
  const take = (next: string) => {
    const found = paths.find((p) => p.path.join('.') === next);
    if (found) onChange(found.path);
  };
  return (
    <Select
      label={label ?? t.rules.path}
      value={value.join('.') || undefined}
      placeholder={t.common.choose}
      options={options}
      onChange={take}
    />
  );
}
