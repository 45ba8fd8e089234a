import { originsOf, type Platform, platforms } from '../../accounts/platform';
import { covers, hostOfPattern } from '../../hosts';
import type { RosterItem } from './item';

/**
 * The platforms of which the roster holds an account that the browser does not let the extension read yet, in the order of
 * notices.
 * @param granted the granted origins, as match patterns.
 */
export function platformsToAllow(
  items: readonly Pick<RosterItem, 'platform'>[],
  granted: readonly string[],
): Platform[] {
  const held = new Set(items.map((item) => item.platform));
  return platforms.filter(
    (platform) => held.has(platform) && !originsOf(platform).every((origin) => isGranted(origin, granted)),
  );
}

function isGranted(origin: string, granted: readonly string[]): boolean {
  if (granted.includes('<all_urls>') || granted.includes(origin)) return true;
  const host = hostOfPattern(origin);
  return !host.startsWith('*.') && granted.some((pattern) => covers(pattern, host));
}
