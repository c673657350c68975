export type { DoseNotice } from './dose-notice.js'
export { noticeLink, noticeReference } from './notice-link.js'
export { noticeSvg } from './notice-svg.js'
export { noticeText } from './notice-text.js'
