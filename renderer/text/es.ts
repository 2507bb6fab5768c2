import { annotationsEs } from './areas/annotations';
import { arrowsEs } from './areas/arrows';
import { audiencesEs } from './areas/audiences';
import { campaignEs } from './areas/campaign';
import { commonEs } from './areas/common';
import { countsEs } from './areas/counts';
import { dataEs } from './areas/data';
import { filtersEs } from './areas/filters';
import { formsEs } from './areas/forms';
import { frameEs } from './areas/frame';
import { gatherEs } from './areas/gather';
import { homeEs } from './areas/home';
import { importEs } from './areas/import';
import { partsEs } from './areas/parts';
import { pictureEs } from './areas/picture';
import { deliveryEs } from './areas/places';
import { rehearsalEs } from './areas/rehearsal';
import { ruleSaysEs } from './areas/rule-says';
import { ruleSqlEs } from './areas/rule-sql';
import { rulesEs } from './areas/rules';
import { saysEs } from './areas/says';
import { settingsEs } from './areas/settings';
import { shapeEs } from './areas/shape';
import { sqlEs } from './areas/sql';
import { steerEs } from './areas/steer';
import { tourEs } from './areas/tour';
import { undoEs } from './areas/undo';
import { usesEs } from './areas/uses';
import { variablesEs } from './areas/variables';
import { whyEs } from './areas/why';
import type { en } from './en';

export const es: typeof en = {
  common: commonEs,
  frame: frameEs,
  home: homeEs,
  data: dataEs,
  import: importEs,
  sql: sqlEs,
  arrows: arrowsEs,
  audiences: audiencesEs,
  tour: tourEs,
  undo: undoEs,
  uses: usesEs,
  delivery: deliveryEs,
  settings: settingsEs,
  campaign: campaignEs,
  annotations: annotationsEs,
  counts: countsEs,
  picture: pictureEs,
  rules: rulesEs,
  forms: formsEs,
  filters: filtersEs,
  gather: gatherEs,
  parts: partsEs,
  ruleSays: ruleSaysEs,
  ruleSql: ruleSqlEs,
  says: saysEs,
  shape: shapeEs,
  steer: steerEs,
  variables: variablesEs,
  why: whyEs,
  rehearsal: rehearsalEs,
};
