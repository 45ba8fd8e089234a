import { ColumnsTable } from '../../components/overlay/ColumnsTable';
import { Consultations } from '../../components/overlay/Consultations';
import { ListTags } from '../../components/overlay/ListTags';
import { PublishedLine } from '../../components/overlay/PublishedLine';
import { siteChecks } from '../../utils/checks/registry';
import { readConsultations } from '../../utils/consultations/read';
import { readPage } from '../../utils/page/read';
import type { Subject } from './subject';

/** A website's page. */
export const site: Subject = {
  concerns: () => true,
  read: readPage,
  checks: siteChecks,
  consultations(snapshot) {
    const seen = readConsultations(snapshot);
    return seen.calls.length + seen.results.length > 0 ? seen : null;
  },
  typeDate: () => undefined,
  parts: { above: PublishedLine, middle: Consultations, below: ColumnsTable, tags: ListTags },
};
