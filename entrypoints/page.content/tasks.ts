import type { OverlayState } from '../../components/overlay/model';
import type { SeenConsultations } from '../../utils/consultations/consultation';
import { probeable, probeLinks } from '../../utils/links/probe';
import { sendMessage } from '../../utils/messages';
import { fetchPage } from '../../utils/walk/fetch';
import { walkList } from '../../utils/walk/listWalk';
import type { PageSession } from './session';

/** The tasks that fetch something: only on a reviewer's order, politely, with progress and a way to stop. */
export interface Tasks {
  startWalk(urls: readonly string[]): Promise<void>;
  stopWalk(): void;
  startProbe(): Promise<void>;
  stopProbe(): void;
  /** What the open campaign knows of the site's consultations. */
  remember(seen: readonly SeenConsultations[]): void;
  /** Stops everything: the page goes, or the extension does. */
  stop(): void;
}

export function createTasks(state: OverlayState, session: PageSession): Tasks {
  let walking: AbortController | null = null;
  let probing: AbortController | null = null;
  let campaign: readonly SeenConsultations[] = [];
  let walked: readonly SeenConsultations[] = [];
  const learn = () => session.learn({ seen: [...walked, ...campaign] });

  return {
    async startWalk(urls) {
      walking?.abort();
      walking = new AbortController();
      const { signal } = walking;
      state.walk.value = { done: 0, all: urls.length, running: true, pages: [] };
      await walkList(urls, {
        from: location.href,
        signal,
        wait,
        fetch: (url) => fetchPage((...args) => fetch(...args), url, signal),
        read: (html, url) => sendMessage('readFetched', { url, html }),
        onProgress: (pages, all) => {
          if (signal.aborted) return;
          state.walk.value = { done: pages.length, all, running: true, pages };
          walked = pages.flatMap(({ result }) => result?.visit.consultations ?? []);
          learn();
        },
      });
      if (!signal.aborted) state.walk.value = { ...state.walk.value, running: false };
    },
    stopWalk() {
      walking?.abort();
      if (state.walk.value) state.walk.value = { ...state.walk.value, running: false };
    },
    async startProbe() {
      const report = state.report.value;
      if (!report) return;
      probing?.abort();
      probing = new AbortController();
      const { signal } = probing;
      const urls = probeable(report.snapshot.links);
      state.probe.value = { done: 0, all: urls.length, running: true };
      const probed = await probeLinks(urls, {
        signal,
        wait,
        fetch: ask,
        onProgress: (done, all) => {
          if (!signal.aborted) state.probe.value = { done, all, running: true };
        },
      });
      state.probe.value = { done: probed.length, all: urls.length, running: false };
      session.learn({ probed });
    },
    stopProbe() {
      probing?.abort();
    },
    remember(seen) {
      if (seen.length === 0 && campaign.length === 0) return;
      campaign = seen;
      learn();
    },
    stop() {
      walking?.abort();
      probing?.abort();
    },
  };
}

/** One request through the background, which may ask other sites than this one. */
async function ask(url: string, { method }: { method: 'HEAD' | 'GET' }): Promise<{ status: number }> {
  const answer = await sendMessage('probeLink', { url, method });
  if (!answer) throw new TypeError('no answer');
  return answer;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
