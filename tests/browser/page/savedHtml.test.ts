import { describe, expect, it } from 'vitest';
import { savedHtml } from '../../../utils/page/savedHtml';

const cleaned = (url: string) => url.replace(/([?&])token=[^&]*/, '$1');

function saved(body: string, head = ''): string {
  const page = document.implementation.createHTMLDocument('通知公告');
  page.head.insertAdjacentHTML('beforeend', `<base href="http://x.gov.cn/">${head}`);
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
    ['an address among several', '<img srcset="a.png?token=SECRET 1x, b.png?token=SECRET&x=1 2x">'],
    ['a lazy picture', '<img data-src="/a.png?token=SECRET">'],
    ['a drawing', '<svg><use xlink:href="/a.svg?token=SECRET#x"></use></svg>'],
    ['a background', '<p style="background:url(\'/a.png?token=SECRET\')">x</p>'],
    ['a style sheet', '<style>p{background:url(/a.png?token=SECRET)}</style>'],
    ['a template', '<template><input value="SECRET"><script>SECRET</script></template>'],
    ['a frame of its own', '<iframe srcdoc="<input value=SECRET><script>SECRET</script>"></iframe>'],
    ['what nobody sees', '<noscript><img src="/a.gif?token=SECRET"></noscript>'],
    ['a comment', '<!-- sessionId=SECRET -->'],
    ['a parameter', '<object><param name="token" value="SECRET"></object>'],
    ['a typed letter', '<div contenteditable="true">SECRET</div>'],
    ['a beacon', '<a href="/" ping="/p?token=SECRET">x</a>'],
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
    const body =
      '<input type="submit" value="搜索"><a href="../a.html?id=1">x</a><img srcset="a.png?w=1 1x, b.png 2x">' +
      '<p style="color: red; background: url(a.png?v=2)" contenteditable="false">字</p>';
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
