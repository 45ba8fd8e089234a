import type { Finding } from '../../../../utils/findings/finding';
import type { Json } from '../../../../utils/findings/json';
import type { NoticeBlock } from '../../../../utils/report/notice/notice';
import { t } from '../../../shared/words';
import type { CampaignModel } from '../model';
import type { HandoverDocument } from './drafts';

/** A document paragraph by paragraph: each can be edited, and says on which records it rests. */
export function Paper(props: {
  model: CampaignModel;
  document: HandoverDocument;
  findings: ReadonlyMap<string, Finding>;
  show(finding: string): void;
}) {
  const { model, document, findings, show } = props;
  const keep = (blocks: readonly NoticeBlock[]) =>
    void model.change({ [document.field]: blocks as unknown as Json });
  const edit = (index: number, text: string) =>
    keep(document.blocks.map((block, at) => (at === index ? { ...block, text } : block)));
  return (
    <article class="paper">
      {document.blocks.map((block, index) => (
        <div class={`block block-${block.role}`} key={`${document.field} ${index}`}>
          <textarea
            aria-label={t(`notice.role.${block.role}`)}
            rows={Math.max(1, Math.ceil(block.text.length / 38))}
            value={block.text}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value === block.text) return;
              if (value.trim() === '') keep(document.blocks.filter((_, at) => at !== index));
              else edit(index, value);
            }}
          />
          {block.findings.length > 0 ? (
            <details class="sources">
              <summary>{t('notice.sources', block.findings.length)}</summary>
              {block.findings.map((id) => (
                <button type="button" class="quiet" key={id} onClick={() => show(id)}>
                  {findings.get(id)?.pageTitle ?? t('notice.gone')}
                </button>
              ))}
            </details>
          ) : null}
        </div>
      ))}
    </article>
  );
}
