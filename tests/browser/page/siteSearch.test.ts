import { afterEach, describe, expect, it } from 'vitest';
import { siteSearchUrl } from '../../../utils/page/live/siteSearch';

/** A page of its own, so that relative addresses resolve against a government site. */
function page(html: string): Document {
  const parsed = document.implementation.createHTMLDocument('');
  parsed.head.innerHTML = '<base href="http://www.yunhe-demo.gov.cn/hdjl/">';
  parsed.body.innerHTML = html;
  return parsed;
}

afterEach(() => document.body.replaceChildren());

describe('siteSearchUrl', () => {
  it('fills the form that the page shows and keeps its hidden fields', () => {
    const url = siteSearchUrl(
      page(
        '<form action="/search"><input type="hidden" name="site" value="1"><input name="q"><button>搜索</button></form>',
      ),
      '城市更新专项规划',
    );
    expect(url && new URL(url).pathname).toBe('/search');
    expect(Object.fromEntries(new URL(url!).searchParams)).toEqual({ site: '1', q: '城市更新专项规划' });
  });

  it.each([
    [
      'a form sent by POST',
      '<form method="post" action="/search"><input name="q"><button>搜索</button></form>',
    ],
    ['a login form', '<form action="/search"><input name="u"><input type="password" name="p"></form>'],
    [
      'a form with several fields',
      '<form action="/query"><input name="a"><input name="b"><button>查询</button></form>',
    ],
    [
      'a form for something else',
      '<form action="/subscribe"><input name="mail"><button>订阅</button></form>',
    ],
    ['a form run by script', '<form action="javascript:go()"><input name="q"><button>搜索</button></form>'],
    ['no form', '<p>搜索</p>'],
  ])('finds nothing in %s', (_, html) => {
    expect(siteSearchUrl(page(html), '规划')).toBeNull();
  });
});
