import { onMessage } from '../../utils/messages';
import { keepTyped } from './typed';
import { addToRoster, clearItem, openItem, openNext, recordVisit } from './visits';

/** Answers what pages and the workbench ask of the open campaign. */
export function listenToCampaign(): void {
  onMessage('pageRead', ({ data, sender }) => recordVisit(data, sender.tab?.id));
  onMessage('clearItem', ({ data }) => clearItem(data.item));
  onMessage('typeUpdate', ({ data }) => keepTyped(data));
  onMessage('addToRoster', ({ data }) => addToRoster(data));
  onMessage('openNext', async ({ sender }) => ({ opened: await openNext(sender.tab) }));
  onMessage('openItem', ({ data }) => openItem(data.item));
}
