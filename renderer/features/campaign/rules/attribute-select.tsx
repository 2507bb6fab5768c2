import type { Attribute, DataModel } from '../../../../core/model/entity';
import { useData } from '../../../state/data';
import { entityNamed, pathsFrom, walk } from '../../../state/reach';
import { useText } from '../../../text/use-text';
import { Select } from '../../../ui/select';

interface Reached {
  path?: string[];
  attribute: string;
}

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
  own,
}: {
  entity: string;
  value: Reached;
  onChange: (reached: Reached) => void;
  label?: string;
  own?: boolean;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const here = entityNamed(model, entity)?.attributes ?? [];
  const near = own ? [] : pathsFrom(model, entity, 2, true);
  const reached: Reached[] = [
    ...here.map((a) => ({ attribute: a.name })),
    ...near.flatMap(({ path, entity: there }) => (entityNamed(model, there)?.attributes ?? []).map((a) => ({ path, attribute: a.name }))),
  ];
  const options = reached.map((r) => ({
    value: written(r.path, r.attribute),
    label: written(r.path, r.attribute),
    hint: typeHint(attributeAt(model, entity, r.path, r.attribute), t.data.types),
  }));
  const take = (next: string) => {
    const found = reached.find((r) => written(r.path, r.attribute) === next);
    if (found) onChange(found);
  };
  return <Select label={label ?? t.rules.attribute} value={written(value.path, value.attribute)} options={options} onChange={take} />;
}

function typeHint(attribute: Attribute | undefined, words: Record<Attribute['type'], string>): string | undefined {
  return attribute && words[attribute.type];
}

/** Paths over links that reach other rows. */
export function PathSelect({
  entity,
  value,
  onChange,
  label,
  to,
  single,
}: {
  entity: string;
  value: string[];
  onChange: (path: string[]) => void;
  label?: string;
  to?: string;
  single?: boolean;
}) {
  const t = useText();
  const model = useData((state) => state.model);
  const paths = pathsFrom(model, entity, 3, single ?? false).filter((p) => to === undefined || p.entity === to);
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
