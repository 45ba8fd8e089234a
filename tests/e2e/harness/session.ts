import { afterAll, beforeAll } from 'vitest';
import { type Demo, startDemo } from '../../../demo/server';
import type { Settings } from '../../../utils/settings';
import { type BrowserKind, launch, type TestBrowser } from './browser';
import { settle } from './settings';

export const kinds: readonly BrowserKind[] = ['chromium', 'firefox'];

/** A browser with the extension on a demo portal of its own, for all tests of a `describe`. */
export interface Session {
  readonly browser: TestBrowser;
  readonly demo: Demo;
}

/** Starts browser and portal before the tests of the enclosing `describe` and ends them after. */
export function session(kind: BrowserKind, settings: Partial<Settings> = {}): Session {
  const session = {} as { browser: TestBrowser; demo: Demo };
  beforeAll(async () => {
    session.demo = await startDemo();
    session.browser = await launch(kind, { port: session.demo.port });
    await settle(session.browser, settings);
  });
  afterAll(async () => {
    await session.browser?.close();
    await session.demo?.close();
  });
  return session;
}
