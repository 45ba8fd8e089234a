import { isFinding } from './finding';

export type Changes = ReturnType<typeof changesIn>;

/** Tells everybody who works on the store of that name, in this tab and in others, which subjects changed. */
export function changesIn(name: string) {
  const listeners = new Set<(subjects: string[]) => void>();
  const channel = new BroadcastChannel(`${name}/findings-changed`);
  channel.onmessage = (event: MessageEvent<string[]>) => tell(event.data);

  function tell(subjects: string[]): void {
    for (const listener of [...listeners]) listener(subjects);
  }

  /** Calls back with the ids of whatever changes: findings, campaigns, roster items …; returns the way to stop. */
  function subscribeAll(listener: (subjects: string[]) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    subscribeAll,

    /** Calls back with the ids of findings that changed; returns the way to stop. */
    subscribe(listener: (findings: string[]) => void): () => void {
      return subscribeAll((subjects) => {
        const findings = subjects.filter(isFinding);
        if (findings.length > 0) listener(findings);
      });
    },

    announce(subjects: string[]): void {
      tell(subjects);
      channel.postMessage(subjects);
    },

    close(): void {
      channel.close();
      listeners.clear();
    },
  };
}
