import { DOMAIN, type Identity } from '../../site';

/** 云河市住房和城乡建设局: one consultation of its was closed and never reported on. */
export const housing: Identity = {
  host: `zjj.${DOMAIN}`,
  name: '云河市住房和城乡建设局',
  owner: '云河市住房和城乡建设局',
  siteId: '9900000011',
  colour: '#1f5fa8',
  nav: [
    ['首页', '/'],
    ['工作动态', '/gzdt/'],
    ['通知公告', '/tzgg/'],
    ['意见征集', '/hdjl/yjzj/'],
    ['结果反馈', '/hdjl/jgfk/'],
  ],
};
