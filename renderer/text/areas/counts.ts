export const countsEn = {
  byEdit: (change: string) => `${change} by the last edit`,
  since: (change: string, when: string) => `${change} since ${when}, when this campaign was last open`,
  cannot: 'Not counted. Problems says why.',
};

export const countsEs: typeof countsEn = {
  byEdit: (change) => `${change} por la última edición`,
  since: (change, when) => `${change} desde ${when}, cuando esta campaña se abrió por última vez`,
  cannot: 'Sin contar. Problemas dice por qué.',
};
