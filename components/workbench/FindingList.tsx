import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { dayOf } from '../../utils/dates/civil';
import type { Finding } from '../../utils/findings/finding';
import { maskPersonal } from '../../utils/privacy/find';
import { t } from '../shared/words';
import type { Workbench } from './model';
import { SyncMark } from './SyncMark';
import { useVirtualRows } from './useVirtualRows';

const rowHeight = 68;

/** The ledger, newest first. One stop for Tab; arrows or J/K move, the details follow. */
export function FindingList({ model }: { model: Workbench }) {
  const scroller = useRef<HTMLDivElement>(null);
  const findings = model.rows.value;
  const { rows, height, scrollTo } = useVirtualRows(scroller, findings.length, rowHeight);
  const current = model.current.value;
  const at = current ? findings.indexOf(current) : -1;
  useEffect(() => {
    if (at >= 0) scrollTo(at);
  }, [at]);

  return (
    <div
      class="list"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('workbench.view.findings')}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? `finding-${at}` : undefined}
    >
      {findings.length === 0 ? <p class="empty">{t('filter.nothing')}</p> : null}
      <div class="rows" role="presentation" style={{ height: `${height}px` }}>
        {rows.map((row) => (
          <Row
            key={findings[row.index]!.id}
            finding={findings[row.index]!}
            index={row.index}
            count={findings.length}
            top={row.start}
            current={row.index === at}
            picked={model.picked.value.has(findings[row.index]!.id)}
            size={model.ledger.groups.value?.get(findings[row.index]!.id)?.length ?? 1}
            blind={model.review.on.value}
            mark={<SyncMark finding={findings[row.index]!} model={model} />}
            onPick={(on) => model.pick(findings[row.index]!.id, on)}
            onSelect={() => {
              model.selected.value = findings[row.index]!.id;
            }}
          />
        ))}
      </div>
    </div>
  );
}

function Row(props: {
  finding: Finding;
  index: number;
  count: number;
  top: number;
  current: boolean;
  picked: boolean;
  /** Findings of the same problem in this row. */
  size: number;
  /** The first verdict stays hidden. */
  blind: boolean;
  mark: ComponentChildren;
  onPick(on: boolean): void;
  onSelect(): void;
}) {
  const { finding, index, count, top, current, picked, size, blind, mark, onPick, onSelect } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys of its options
    <div
      class={current ? 'row row-current' : 'row'}
      id={`finding-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={picked}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ transform: `translateY(${top}px)`, height: `${rowHeight}px` }}
      onClick={onSelect}
    >
      <span class="row-head">
        <span
          class="tick"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onPick(!picked);
          }}
        >
          {picked ? '☑' : '☐'}
        </span>
        <b>{finding.pageTitle}</b>
        {size > 1 ? <span class="status">{t('finding.same', size)}</span> : null}
        {blind ? null : (
          <span class={`status status-${finding.status}`}>{t(`status.${finding.status}`)}</span>
        )}
      </span>
      <span class="row-text">{maskPersonal(saying(finding))}</span>
      <span class="row-foot">
        {finding.category ? <span>{t(`category.${finding.category}`)}</span> : null}
        <span>{finding.site}</span>
        <span>{dayOf(finding.createdAt)}</span>
        {finding.evidences.length > 1 ? (
          <span>{t('finding.evidenceCount', finding.evidences.length)}</span>
        ) : null}
        {mark}
      </span>
    </div>
  );
}

/** What a row says of its finding: the words in question and what they should be, else what is wrong. */
function saying({ quote, suggestion, description, note }: Finding): string {
  if (!quote) return description || note;
  return suggestion ? `“${quote}” → “${suggestion}”` : `“${quote}”`;
}
