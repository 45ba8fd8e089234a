import { onMessage } from '../../utils/messages';
import { keepTyped } from './typed';
import { addToRoster, openItem, openNext, recordVisit, ruleItem } from './visits';

/** Answers what pages and the workbench ask of the open campaign. */
export function listenToCampaign(): void {
  onMessage('pageRead', ({ data, sender }) => recordVisit(data, sender.tab?.id));
  onMessage('ruleItem', ({ data }) => ruleItem(data));
  onMessage('typeUpdate', ({ data }) => keepTyped(data));
  onMessage('addToRoster', ({ data }) => addToRoster(data));
  onMessage('openNext', async ({ sender }) => ({ opened: await openNext(sender.tab) }));
  onMessage('openItem', ({ data }) => openItem(data.item));
}
