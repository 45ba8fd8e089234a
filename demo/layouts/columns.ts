import { htmlReply } from '../html';
import { addressOf, type Column, type Identity, type Routes } from '../site';
import { articlePage } from './article';
import { listAddress, listPage, pageCount } from './lists';

/** All pages of a column: its list pages and its articles, except articles that have a path of their own. */
export function columnRoutes(site: Identity, column: Column): Routes {
  const routes: Routes = {};
  for (let page = 1; page <= pageCount(column); page++) {
    routes[listAddress(column, page)] = () => htmlReply(listPage(site, column, page));
  }
  for (const article of column.articles) {
    if (article.path) continue;
    routes[addressOf(column, article)] = () => htmlReply(articlePage(site, column, article));
  }
  return routes;
}
