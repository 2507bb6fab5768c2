import { campaignEs } from './areas/campaign';
import { commonEs } from './areas/common';
import { dataEs } from './areas/data';
import { formsEs } from './areas/forms';
import { frameEs } from './areas/frame';
import { homeEs } from './areas/home';
import { importEs } from './areas/import';
import { audiencesEs, deliveryEs, sqlEs } from './areas/places';
import { rehearsalEs } from './areas/rehearsal';
import { rulesEs } from './areas/rules';
import { settingsEs } from './areas/settings';
import type { en } from './en';

export const es: typeof en = {
  common: commonEs,
  frame: frameEs,
  home: homeEs,
  data: dataEs,
  import: importEs,
  sql: sqlEs,
  audiences: audiencesEs,
  delivery: deliveryEs,
  settings: settingsEs,
  campaign: campaignEs,
  rules: rulesEs,
  forms: formsEs,
  rehearsal: rehearsalEs,
};
