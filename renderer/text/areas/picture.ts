export const pictureEn = {
  save: 'Save as a picture',
  svg: 'SVG, sharp at any size',
  png: 'PNG, for slides and documents',
  pdf: 'PDF, one page to print and search',
};
export const pictureEs: typeof pictureEn = {
  save: 'Guardar como imagen',
  svg: 'SVG, nítido a cualquier tamaño',
  png: 'PNG, para presentaciones y documentos',
  pdf: 'PDF, una página para imprimir y buscar',
};
