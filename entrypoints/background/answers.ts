import type { Severity } from '../../utils/findings/finding';
import { onMessage } from '../../utils/messages';
import { changeSettings, changeSite, loadSettings, loadSite } from '../../utils/settings';
import { say } from '../../utils/words';
import { judging } from './campaign';
import { record } from './flag';
import { openOriginal, openSearch, takeProof, takeWanted } from './reopen';
import { takeEvidence } from './screenshot';
import { findings } from './store';
import { addWholePage } from './wholePage';
import { openWorkbench } from './workbench';

/** Answers what pages ask for: record, take back, annotate, open the workbench. */
export function listenToPages(): void {
  onMessage('startPage', async ({ data }) => {
    const [settings, site, judged] = await Promise.all([
      loadSettings(),
      loadSite(new URL(data.url).host),
      judging(data.url),
    ]);
    return { settings, site, judging: judged };
  });
  onMessage('changeSettings', ({ data }) => changeSettings(data));
  onMessage('changeSite', ({ data }) => changeSite(data.host, data.change));
  onMessage('flag', async ({ data, sender }) => {
    // What is let be needs no picture.
    const ignored = data.verdict?.to === 'ignored';
    return record(
      data,
      ignored ? { missing: say('noImage.notNeeded') } : await takeEvidence(sender.tab!, true),
      sender.tab!,
    );
  });
  onMessage('addWholePage', ({ data, sender }) => addWholePage(sender.tab!, data));
  onMessage('undoFlag', async ({ data }) => {
    await (await findings()).undo(data.entries);
  });
  onMessage('annotate', async ({ data: { finding, annotation } }) => {
    const { severity, ...rest } = annotation;
    await (await findings()).edit([finding], { ...rest, severity: (severity || null) as Severity | null });
  });
  onMessage('wantedAnchor', ({ sender }) => takeWanted(sender.tab!.id!));
  onMessage('openOriginal', ({ data }) => openOriginal(data.url, data.anchor));
  onMessage('proveNone', ({ data }) => openSearch(data.search, data.capture));
  onMessage('wantedProof', ({ sender }) => takeProof(sender.tab!.id!));
  onMessage('keepProof', async ({ data, sender }) =>
    record(data, await takeEvidence(sender.tab!, true), sender.tab!),
  );
  onMessage('openWorkbench', async ({ data }) => {
    await openWorkbench(data);
  });
}
