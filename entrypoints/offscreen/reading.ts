import { browser } from 'wxt/browser';
import type { FetchedReading, ReadingRequest } from '../../utils/walk/fetched';

type Reader = (request: ReadingRequest) => Promise<FetchedReading>;

let loading: Promise<Reader> | null = null;

/** Reads a fetched page in this extension page (offscreen page, or Firefox's background page); the reader comes with the first. */
export async function readFetched(request: ReadingRequest): Promise<FetchedReading> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return (await loading)(request);
}

function load(): Promise<Reader> {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = browser.runtime.getURL('/reading.js' as never);
    script.onload = () => done((globalThis as unknown as { duwangReadFetched: Reader }).duwangReadFetched);
    script.onerror = () => failed(new Error('reading.js did not load'));
    (document.head ?? document.documentElement).append(script);
  });
}
