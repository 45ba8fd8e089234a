import { browser } from 'wxt/browser';
import type { PageCapture, RecordedNow, Toast } from '../../utils/capture';
import { civilOfInstant } from '../../utils/dates/civil';
import { draftOf, type Shot } from '../../utils/findings/draft';
import { StoreError } from '../../utils/findings/errors';
import { fieldsOf as verdictFields } from '../../utils/findings/verdict';
import { sendMessage } from '../../utils/messages';
import { say } from '../../utils/words';
import { backUp } from './backups';
import { judging } from './campaign';
import { ensurePageScript, type Tab } from './injection';
import { takeEvidence } from './screenshot';
import { findings } from './store';
import { placeOfFinding } from './visits';
import { addWholePage } from './wholePage';
import { openWorkbench } from './workbench';

/** Records the page in a tab with a picture of all of it. */
export async function flagWhole(tab: Tab): Promise<void> {
  const recorded = await flagTab(tab);
  if (recorded) await sendMessage('toast', await addWholePage(tab, recorded), tab.id);
}

/**
 * Records the page in a tab and says so on the page; opens the workbench where no page can be recorded. Returns what was
 * recorded where the page has our script, which shows what can be done next.
 */
export async function flagTab(tab: Tab, selection?: string): Promise<RecordedNow | undefined> {
  const readable = await ensurePageScript(tab);
  if (!readable && !isWebPage(tab.url)) {
    await openWorkbench({ notice: 'unreadable' });
    return undefined;
  }
  const capture = readable
    ? await sendMessage('capturePage', undefined, tab.id)
    : await bareCapture(tab, selection);
  const toast = await record(capture, await takeEvidence(tab, readable), tab);
  if (readable) await sendMessage('toast', toast, tab.id);
  else await markButton(tab, toast);
  return readable ? toast.recorded : undefined;
}

/** Stores a capture of a tab with its screenshot and says what the page should tell the reviewer. Never throws. */
export async function record(capture: PageCapture, shot: Shot, tab: Tab): Promise<Toast> {
  try {
    const store = await findings();
    const draft = draftOf(capture, shot);
    const fields = { ...draft.fields, ...(await placeOfFinding(capture)) };
    const { finding, entry, problem } = await store.record({ ...draft, fields });
    const decided = capture.verdict
      ? await store.edit([finding.id], verdictFields(capture.verdict, finding.author))
      : [];
    void backUp().catch(() => undefined);
    const ignored = capture.verdict?.to === 'ignored';
    const missing = problem ?? ('missing' in shot && !ignored ? shot.missing : null);
    const { id, category, severity, unit, note, evidences } = finding;
    return {
      text: missing ? say('toast.recordedNoImage') : say(savedKey(ignored, evidences.length)),
      ...(missing ? { detail: missing } : tab.incognito ? { detail: say('toast.privateWindow') } : {}),
      tone: missing ? 'warn' : 'ok',
      recorded: {
        finding: id,
        undo: [entry, ...decided].map(({ _id }) => _id),
        annotation: { category, severity: severity ?? '', unit, note },
      },
    };
  } catch (error) {
    const detail = error instanceof StoreError ? error.sentence : say('toast.error', String(error));
    return { text: say('toast.failed'), detail, tone: 'warn' };
  }
}

function isWebPage(url: string | undefined): url is string {
  return /^(https?|file):/i.test(url ?? '');
}

/** What is known of a page whose content no extension can read (a PDF viewer, a protected page). */
async function bareCapture(tab: Tab, selection = ''): Promise<PageCapture> {
  const now = Date.now();
  const url = tab.url ?? '';
  return {
    object: 'site',
    platform: '',
    url,
    title: tab.title ?? url,
    site: new URL(url).host,
    siteCode: '',
    column: '',
    readAt: new Date(now).toISOString(),
    published: null,
    now: (await judging(url)).checkpoint ?? civilOfInstant(now),
    outcomes: [],
    about: null,
    description: '',
    quote: selection,
    anchor: null,
    suggestion: '',
    sentence: '',
    verdict: null,
  };
}

/** Where no toast can be shown, the toolbar button carries the answer: ✓ or !, with the words as its title. */
async function markButton(tab: Tab, toast: Toast): Promise<void> {
  await browser.action.setBadgeText({ tabId: tab.id, text: toast.recorded ? '✓' : '!' });
}

function savedKey(ignored: boolean, evidences: number): string {
  if (ignored) return 'toast.ignored';
  return evidences > 1 ? 'toast.recordedAgain' : 'toast.recorded';
}
