import { t } from '../../components/shared/words';
import type { AccountSnapshot } from '../../utils/accounts/snapshot';
import type { PageCapture } from '../../utils/capture';
import { metaContent } from '../../utils/page/metas';
import type { PageSnapshot } from '../../utils/page/snapshot';
import type { PageNames } from '../../utils/viewed/page';

/** What the record calls the page. */
export function namesOf(snapshot: PageSnapshot): Omit<PageNames, 'now'> {
  const meta = (name: string) => metaContent(snapshot.metas, name) ?? '';
  return {
    ...objectOf(snapshot.account ?? null),
    url: location.href,
    title: snapshot.headline ?? (document.title || location.href),
    site: snapshot.account?.name || meta('SiteName') || location.host,
    siteCode: meta('SiteIDCode'),
    column: meta('ColumnName'),
    readAt: snapshot.readAt,
    published: snapshot.published?.confidence === 'high' ? snapshot.published.date : null,
  };
}

/** 对象类型 and platform of what is recorded: an official account, or the website. */
function objectOf(account: AccountSnapshot | null): Pick<PageCapture, 'object' | 'platform'> {
  return account
    ? { object: 'account', platform: t(`accounts.platform.${account.platform}`) }
    : { object: 'site', platform: '' };
}
