import { expect, test } from 'vitest';
import { makeZones } from '../../../utils/page/zones';

const zone = (tag: string, className: string, id = '', parentTag = 'div') =>
  makeZones()({ id, className, parentElement: { localName: parentTag } } as unknown as Element, tag);

test.each([
  ['main-nav', 'nav'],
  ['nav2', 'nav'],
  ['Navbar', 'nav'],
  ['side_menu', 'nav'],
  ['submenus', 'nav'],
  ['crumbs', 'nav'],
  ['canvas', 'body'],
  ['unavailable', 'body'],
  ['composition', 'body'],
  ['foot', 'footer'],
  ['page-footer', 'footer'],
  ['footerbox', 'footer'],
  ['copyright', 'footer'],
  ['football', 'body'],
  ['bottom', 'footer'],
  ['border-bottom', 'body'],
  ['', 'body'],
])('a div of class %s is %s', (className, expected) => expect(zone('div', className)).toBe(expected));

test('an id counts like a class, on containers only', () => {
  expect(zone('div', '', 'footer')).toBe('footer');
  expect(zone('span', 'nav')).toBe('body');
});

test('a footer tag closes the page, or one article of many', () => {
  expect(zone('footer', '')).toBe('footer');
  expect(zone('footer', '', '', 'article')).toBe('body');
});
