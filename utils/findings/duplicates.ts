import type { Finding } from './finding';

/**
 * Groups what is the same problem on several pages: the same words with the same correction anywhere, or, where nothing is
 * quoted, the same clause (or check) on the same site. By the id of each group's first finding, in the order given.
 */
export function groupsOf(findings: Iterable<Finding>): Map<string, Finding[]> {
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = byKey.get(key);
    if (group) group.push(finding);
    else byKey.set(key, [finding]);
  }
  return new Map([...byKey.values()].map((group) => [group[0]!.id, group]));
}

function keyOf({ id, quote, suggestion, indicator, check, site, host }: Finding): string {
  if (quote) return `quote ${quote}\n${suggestion}`;
  const rule = indicator || check;
  return rule ? `rule ${rule}\n${site || host}` : id;
}
