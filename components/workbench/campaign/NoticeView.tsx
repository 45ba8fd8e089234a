import { unverifiedOf } from '../../../utils/campaign/packs';
import { addDays } from '../../../utils/dates/civil';
import type { Json } from '../../../utils/findings/json';
import { findingsAnnex, summaryAnnex } from '../../../utils/report/notice/annexes';
import { writeDocx } from '../../../utils/report/notice/docx';
import { reportable } from '../../../utils/report/notice/facts';
import { draftNotice, type NoticeBlock } from '../../../utils/report/notice/notice';
import { RECTIFICATION_TEMPLATE, rectificationNotices } from '../../../utils/report/notice/rectification';
import { savedNotice } from '../../../utils/report/notice/saved';
import { NOTICE_TEMPLATE } from '../../../utils/report/notice/template';
import { campaignWorkbook } from '../../../utils/report/workbook';
import { bytesOf, zip } from '../../../utils/report/zip';
import { t, words } from '../../shared/words';
import { download } from '../download';
import type { CampaignModel } from './model';
import { TemplateFiles } from './TemplateFiles';

const categoryWords = (category: string) => (category ? t(`category.${category}`) : t('category.other'));

/** Hand over: the drafted notice, editable paragraph by paragraph, the 整改通知单 of each unit, and the overall table. */
export function NoticeView({ model, show }: { model: CampaignModel; show(finding: string): void }) {
  const campaign = model.open.value!;
  const findings = model.findings.value;
  const input = {
    campaign,
    board: model.board.value,
    findings,
    today: model.today.value,
    deadline: campaign.deadline,
    categoryWords,
  };
  const edited = savedNotice(campaign.notice);
  const blocks = edited ?? draftNotice({ ...input, template: campaign.noticeTemplate || NOTICE_TEMPLATE });
  const reported = reportable(findings);
  const mentioned = new Set(blocks.flatMap((block) => block.findings));
  const behind = edited && reported.some(({ id }) => !mentioned.has(id));
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const unverified = new Set(unverifiedOf(model.pack.value).map(({ id }) => id));

  const edit = (index: number, text: string) => {
    const notice = blocks.map((block, at) => (at === index ? { ...block, text } : block));
    void model.change({ notice: notice as unknown as Json });
  };

  const exportNotice = () =>
    model.attempt(async () =>
      download(
        await writeDocx({
          blocks,
          annexes: [summaryAnnex(model.board.value), findingsAnnex(findings, categoryWords, unverified)],
        }),
        `${campaign.name}-${t('notice.file')}.docx`,
      ),
    );
  const exportUnits = () =>
    model.attempt(async () => {
      const template = campaign.rectificationTemplate || RECTIFICATION_TEMPLATE;
      const members = [];
      for (const { unit, document } of rectificationNotices({ ...input, template })) {
        const file = await writeDocx(document);
        members.push({
          path: `${fileName(unit)}-${t('notice.unitFile')}.docx`,
          pieces: bytesOf(file),
          compress: false,
        });
      }
      const parts: Uint8Array[] = [];
      for await (const piece of zip(members, new Date(model.now()))) parts.push(piece);
      download(
        new Blob(parts as BlobPart[], { type: 'application/zip' }),
        `${campaign.name}-${t('notice.unitFile')}.zip`,
      );
    });
  const exportTable = () =>
    model.attempt(async () =>
      download(
        await campaignWorkbook(model.board.value, findings, { words }),
        `${campaign.name}-${t('notice.tableFile')}.xlsx`,
      ),
    );

  return (
    <div class="notice-view">
      <p class="actions">
        <button type="button" class="primary" onClick={() => void exportNotice()}>
          {t('notice.exportDocx')}
        </button>
        <button type="button" disabled={reported.length === 0} onClick={() => void exportUnits()}>
          {t('notice.exportUnits')}
        </button>
        <button type="button" onClick={() => void exportTable()}>
          {t('notice.exportXlsx')}
        </button>
        <label class="inline-label">
          {t('notice.deadline')}
          <input
            type="date"
            value={campaign.deadline ?? ''}
            min={addDays(model.today.value, 1)}
            onChange={(event) => void model.change({ deadline: event.currentTarget.value || null })}
          />
        </label>
        {edited ? (
          <button type="button" onClick={() => void model.change({ notice: null })}>
            {t('notice.redraft')}
          </button>
        ) : null}
      </p>
      {model.progress.value.percent < 100 ? (
        <p class="hint">{t('notice.incomplete', model.progress.value.covered, model.progress.value.total)}</p>
      ) : null}
      {behind ? <p role="alert">{t('notice.behind')}</p> : null}
      <article class="paper">
        {blocks.map((block, index) => (
          <Block key={index} block={block} edit={(text) => edit(index, text)}>
            {block.findings.length > 0 ? (
              <details class="sources">
                <summary>{t('notice.sources', block.findings.length)}</summary>
                {block.findings.map((id) => (
                  <button type="button" class="quiet" key={id} onClick={() => show(id)}>
                    {byId.get(id)?.pageTitle ?? t('notice.gone')}
                  </button>
                ))}
              </details>
            ) : null}
          </Block>
        ))}
      </article>
      <TemplateFiles model={model} />
    </div>
  );
}

function Block(props: { block: NoticeBlock; edit(text: string): void; children: preact.ComponentChildren }) {
  const { block, edit, children } = props;
  return (
    <div class={`block block-${block.role}`}>
      <textarea
        aria-label={t(`notice.role.${block.role}`)}
        rows={Math.max(1, Math.ceil(block.text.length / 38))}
        value={block.text}
        onChange={(event) => {
          if (event.currentTarget.value !== block.text) edit(event.currentTarget.value);
        }}
      />
      {children}
    </div>
  );
}

/** Names of units become names of files. */
function fileName(unit: string): string {
  return unit.replace(/[\\/:*?"<>|\s]+/gu, '_').slice(0, 80);
}
