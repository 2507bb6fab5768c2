import { annotationsEn } from './areas/annotations';
import { arrowsEn } from './areas/arrows';
import { audiencesEn } from './areas/audiences';
import { campaignEn } from './areas/campaign';
import { commonEn } from './areas/common';
import { countsEn } from './areas/counts';
import { dataEn } from './areas/data';
import { filtersEn } from './areas/filters';
import { formsEn } from './areas/forms';
import { frameEn } from './areas/frame';
import { gatherEn } from './areas/gather';
import { homeEn } from './areas/home';
import { importEn } from './areas/import';
import { partsEn } from './areas/parts';
import { pictureEn } from './areas/picture';
import { deliveryEn } from './areas/places';
import { rehearsalEn } from './areas/rehearsal';
import { ruleSaysEn } from './areas/rule-says';
import { ruleSqlEn } from './areas/rule-sql';
import { rulesEn } from './areas/rules';
import { saysEn } from './areas/says';
import { settingsEn } from './areas/settings';
import { shapeEn } from './areas/shape';
import { sqlEn } from './areas/sql';
import { steerEn } from './areas/steer';
import { tourEn } from './areas/tour';
import { undoEn } from './areas/undo';
import { usesEn } from './areas/uses';
import { variablesEn } from './areas/variables';
import { whyEn } from './areas/why';

/** Every sentence of the window in English. The Spanish one has the same shape, so that none can be missing. */
export const en = {
  common: commonEn,
  frame: frameEn,
  home: homeEn,
  data: dataEn,
  import: importEn,
  sql: sqlEn,
  arrows: arrowsEn,
  audiences: audiencesEn,
  tour: tourEn,
  undo: undoEn,
  uses: usesEn,
  delivery: deliveryEn,
  settings: settingsEn,
  campaign: campaignEn,
  annotations: annotationsEn,
  counts: countsEn,
  picture: pictureEn,
  rules: rulesEn,
  forms: formsEn,
  filters: filtersEn,
  gather: gatherEn,
  parts: partsEn,
  ruleSays: ruleSaysEn,
  ruleSql: ruleSqlEn,
  says: saysEn,
  shape: shapeEn,
  steer: steerEn,
  variables: variablesEn,
  why: whyEn,
  rehearsal: rehearsalEn,
};
