/** Totals since the start, in Prometheus' text format. No team and no name appears. */
export function metricsSince(startedAt: number) {
  const requests = new Map<string, number>();
  let entries = 0;
  let blobs = 0;
  let seconds = 0;
  return {
    request(route: string, status: number, ms: number): void {
      const labels = `route="${route}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      seconds += ms / 1_000;
    },
    stored(kind: 'entry' | 'blob', count: number): void {
      if (kind === 'entry') entries += count;
      else blobs += count;
    },
    text(now: number): string {
      return [
        '# TYPE duwang_requests_total counter',
        ...[...requests].map(([labels, count]) => `duwang_requests_total{${labels}} ${count}`),
        '# TYPE duwang_request_seconds_total counter',
        `duwang_request_seconds_total ${seconds.toFixed(3)}`,
        '# TYPE duwang_entries_stored_total counter',
        `duwang_entries_stored_total ${entries}`,
        '# TYPE duwang_blobs_stored_total counter',
        `duwang_blobs_stored_total ${blobs}`,
        '# TYPE duwang_uptime_seconds gauge',
        `duwang_uptime_seconds ${Math.round((now - startedAt) / 1_000)}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n');
    },
  };
}

export type Metrics = ReturnType<typeof metricsSince>;
