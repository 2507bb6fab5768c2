import type { Link } from '../../../../core/model/entity';

export const sameEnds = (a: Link, b: Link) => a.from === b.from && a.to === b.to && JSON.stringify(a.on) === JSON.stringify(b.on);
