import { oddSite } from '../odd/site';
import type { Site } from '../site';
import { citySite } from './city/site';
import { countySites } from './counties/site';
import { gardensSite } from './departments/gardens';
import { housingSite } from './departments/housing';
import { industrySite, industrySiteWithout } from './departments/industry';
import { policeSite, policeSiteCorrected } from './departments/police';

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

/** What the departments make of the notice: the police correct their words, the industry bureau takes its report down. */
export const sitesAfterNotice: readonly Site[] = [policeSiteCorrected, industrySiteWithout];
