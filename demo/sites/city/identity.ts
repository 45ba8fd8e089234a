import { DOMAIN, type Identity } from '../../site';

/** 云河市人民政府: the city's portal, in good order. */
export const city: Identity = {
  host: `www.${DOMAIN}`,
  name: '云河市人民政府',
  owner: '云河市人民政府办公室',
  siteId: '9900000001',
  colour: '#b5282c',
  nav: [
    ['首页', '/'],
    ['动态要闻', '/xw/dtyw/'],
    ['通知公告', '/xw/tzgg/'],
    ['政策文件', '/zwgk/zcwj/'],
    ['政策解读', '/zwgk/zcjd/'],
    ['部门公开', '/zwgk/bmgk/'],
    ['意见征集', '/hdjl/yjzj/'],
    ['市长信箱', '/hdjl/xx/'],
  ],
};
