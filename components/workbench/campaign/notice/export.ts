import { writeDocx } from '../../../../utils/report/notice/docx';
import { campaignWorkbook } from '../../../../utils/report/workbook';
import { bytesOf, zip } from '../../../../utils/report/zip';
import { t, words } from '../../../shared/words';
import { download } from '../../download';
import type { CampaignModel } from '../model';
import type { HandoverDocument } from './drafts';

/** Saves the 通报, or the 整改通知单 of one unit. */
export async function saveDocument(model: CampaignModel, document: HandoverDocument): Promise<void> {
  const { unit, blocks, annexes } = document;
  const name = unit ? `${fileName(unit)}-${t('notice.unitFile')}` : t('notice.file');
  download(await writeDocx({ blocks, annexes }), `${model.open.value!.name}-${name}.docx`);
}

/** Saves the 整改通知单 of all units, one file each, in a ZIP. */
export async function saveUnits(model: CampaignModel, units: readonly HandoverDocument[]): Promise<void> {
  const members = [];
  for (const { unit, blocks, annexes } of units) {
    members.push({
      path: `${fileName(unit)}-${t('notice.unitFile')}.docx`,
      pieces: bytesOf(await writeDocx({ blocks, annexes })),
      compress: false,
    });
  }
  const parts: Uint8Array[] = [];
  for await (const piece of zip(members, new Date(model.now()))) parts.push(piece);
  download(
    new Blob(parts as BlobPart[], { type: 'application/zip' }),
    `${model.open.value!.name}-${t('notice.unitFile')}.zip`,
  );
}

/** Saves the overall table. */
export async function saveTable(model: CampaignModel): Promise<void> {
  download(
    await campaignWorkbook(model.board.value, model.findings.value, model.pack.value, { words }),
    `${model.open.value!.name}-${t('notice.tableFile')}.xlsx`,
  );
}

/** Names of units become names of files. */
function fileName(unit: string): string {
  return unit.replace(/[\\/:*?"<>|\s]+/gu, '_').slice(0, 80);
}
