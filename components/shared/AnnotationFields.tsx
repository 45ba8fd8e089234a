import type { Annotation } from '../../utils/capture';
import { categories } from '../../utils/checks/category';
import { SEVERITIES } from '../../utils/findings/finding';
import { t } from './words';

/**
 * The four fields a reviewer may add to a finding, on the page or in the workbench. The values are defaults: what the reviewer
 * has typed stays when the finding changes meanwhile, and fields that were not touched follow it.
 */
export function AnnotationFields({ annotation }: { annotation: Annotation }) {
  return (
    <>
      <label>
        {t('finding.category')}
        <select name="category">
          <option value="">{t('form.choose')}</option>
          {categories.map((category) => (
            <option key={category} value={category} selected={category === annotation.category}>
              {t(`category.${category}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('finding.severity')}
        <select name="severity">
          <option value="">{t('form.choose')}</option>
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity} selected={severity === annotation.severity}>
              {t(`severity.${severity}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('finding.unit')}
        <input name="unit" defaultValue={annotation.unit} maxLength={200} autoComplete="off" />
      </label>
      <label class="wide">
        {t('finding.note')}
        <textarea name="note" rows={3} maxLength={4000} defaultValue={annotation.note} />
      </label>
    </>
  );
}
