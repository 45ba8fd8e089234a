import { oddSite } from '../odd/site';
import type { Site } from '../site';
import { citySite } from './city/site';
import { countySites } from './counties/site';
import { gardensSite } from './gardens/site';
import { housingSite } from './housing/site';
import { industrySite } from './industry/site';
import { policeSite } from './police/site';

/** Every site of the demo, the city's portal first. */
export const sites: readonly Site[] = [
  citySite,
  housingSite,
  policeSite,
  industrySite,
  ...countySites,
  gardensSite,
  oddSite,
];
