import { ColumnsTable } from '../../components/overlay/ColumnsTable';
import { Consultations } from '../../components/overlay/Consultations';
import { LinkProbe } from '../../components/overlay/LinkProbe';
import { ListTags } from '../../components/overlay/ListTags';
import type { PartProps } from '../../components/overlay/model';
import { PublishedLine } from '../../components/overlay/PublishedLine';
import { siteChecks } from '../../utils/checks/registry';
import { consultationsShown } from '../../utils/consultations/read';
import { readPage } from '../../utils/page/read';
import type { Subject } from './subject';
import { createTasks } from './tasks';

/** A website's page. */
export const site: Subject = {
  concerns: () => true,
  read: readPage,
  checks: siteChecks,
  consultations: consultationsShown,
  typeDate: () => undefined,
  tasks: createTasks,
  parts: { above: PublishedLine, middle: Consultations, below: Below, tags: ListTags },
};

function Below(props: PartProps) {
  return (
    <>
      <ColumnsTable {...props} />
      <LinkProbe {...props} />
    </>
  );
}
