import { campaignEn } from './areas/campaign';
import { commonEn } from './areas/common';
import { dataEn } from './areas/data';
import { formsEn } from './areas/forms';
import { frameEn } from './areas/frame';
import { homeEn } from './areas/home';
import { importEn } from './areas/import';
import { audiencesEn, deliveryEn, sqlEn } from './areas/places';
import { rehearsalEn } from './areas/rehearsal';
import { rulesEn } from './areas/rules';
import { settingsEn } from './areas/settings';

/** Every sentence of the window in English. The Spanish one has the same shape, so that none can be missing. */
export const en = {
  common: commonEn,
  frame: frameEn,
  home: homeEn,
  data: dataEn,
  import: importEn,
  sql: sqlEn,
  audiences: audiencesEn,
  delivery: deliveryEn,
  settings: settingsEn,
  campaign: campaignEn,
  rules: rulesEn,
  forms: formsEn,
  rehearsal: rehearsalEn,
};
