import { describe, expect, it } from 'vitest';
import { savedHtml } from '../../../utils/page/savedHtml';

const cleaned = (url: string) => url.replace(/([?&])token=[^&]*/, '$1');

function saved(body: string, head = ''): string {
  const page = document.implementation.createHTMLDocument('通知公告');
  page.head.insertAdjacentHTML('beforeend', head);
  page.body.innerHTML = body;
  return savedHtml(page, { own: 'duwang-overlay', cleaned });
}

describe('the saved page', () => {
  it('keeps what stands on the page', () => {
    const html = saved(
      '<!-- 稿件 --><h1 class="title">关于印发《办法》的通知</h1>',
      '<meta name="PubDate" content="2024-04-18">',
    );
    expect(html).toMatch(/^<!DOCTYPE html>\n<!-- saved from url=\(\d{4}\)/);
    expect(html).toContain('<!-- 稿件 --><h1 class="title">关于印发《办法》的通知</h1>');
    expect(html).toContain('content="2024-04-18"');
  });

  it.each([
    ['a script', '<script>var t="SECRET"</script>'],
    ['a handler', '<a onclick="go(\'SECRET\')">x</a>'],
    ['a javascript address', '<a href="javascript:go(\'SECRET\')">x</a>'],
    ['a typed value', '<input value="SECRET">'],
    ['a hidden value', '<input type="hidden" value="SECRET">'],
    ['a text area', '<textarea>SECRET</textarea>'],
    ['a data attribute', '<div data-csrf-token="SECRET"></div>'],
    ['an address', '<a href="http://x.gov.cn/a?token=SECRET&id=1">x</a>'],
    ['our own overlay', '<duwang-overlay>SECRET</duwang-overlay>'],
  ])('leaves out %s', (_, body) => {
    expect(saved(body)).not.toContain('SECRET');
  });

  it('leaves out the keys in metas, and choices', () => {
    expect(saved('', '<meta name="csrf-token" content="SECRET">')).not.toContain('SECRET');
    expect(saved('<input type="checkbox" checked><select><option selected>甲</select>')).not.toMatch(
      /checked|selected/,
    );
  });

  it('keeps the words of buttons and the spelling of harmless addresses', () => {
    const body = '<input type="submit" value="搜索"><a href="../a.html?id=1">x</a>';
    expect(saved(body)).toContain(body);
  });

  it('does not touch the page', () => {
    const page = document.implementation.createHTMLDocument('');
    page.body.innerHTML = '<input value="甲"><script>1</script>';
    const before = page.documentElement.outerHTML;
    savedHtml(page, { own: 'duwang-overlay', cleaned });
    expect(page.documentElement.outerHTML).toBe(before);
  });
});
