import { parseFeedbackPolicy } from './lint-feedback-policy.js'
import type { FeedbackRoute } from './feedback-policy.js'
import { rejections9458 } from './rejections-9458.js'

const routes: readonly FeedbackRoute[] = [
  {
    when: 'facility',
    to: 'facility',
    openTo: [],
    cite: ['9458', 'exact-site-to-facility'],
    confidence: 'inferred',
  },
  {
    when: 'commune',
    to: 'province',
    openTo: ['commune', 'district', 'provincial-cdc', 'province'],
    cite: ['9458', 'commune-station-may-take'],
    confidence: 'inferred',
  },
  {
    when: 'district',
    to: 'province',
    openTo: ['district', 'provincial-cdc', 'province'],
    cite: ['9458', 'district-has-account'],
    confidence: 'secondary',
  },
  {
    when: 'province',
    to: 'province',
    openTo: ['provincial-cdc', 'province'],
    cite: ['9458'],
    confidence: 'secondary',
  },
  {
    when: 'always',
    to: 'ministry',
    openTo: ['ministry'],
    cite: ['no-province-to-ministry'],
    confidence: 'inferred',
  },
]

const assumption = (id: string, vi: string, en: string) => ({ id, says: { vi, en } })

/**
 * 9458/BYT-CNTT as far as it could be read: 48 hours from recording, the routing table, thirteen reasons
 * for rejection. What no text settles is an assumption of the document.
 */
export const feedbackPolicy9458 = parseFeedbackPolicy({
  format: 'feedback-policy/1',
  id: 'vn.feedback',
  version: '2021-11-08.2',
  effective: { from: '2021-11-08', to: null },
  published: '2021-11-08',
  sources: [
    {
      id: '9458',
      number: '9458/BYT-CNTT',
      date: '2021-11-08',
      issuer: 'Bộ Y tế',
      confidence: 'secondary',
    },
    {
      id: '1815',
      number: '1815/BYT-CNTT',
      date: '2022-04-08',
      issuer: 'Bộ Y tế',
      confidence: 'text',
    },
  ],
  assumptions: [
    assumption(
      'exact-site-to-facility',
      'Phản ánh nêu đúng điểm tiêm thì chính cơ sở đó xử lý (suy ra từ câu về trường hợp không rõ điểm tiêm).',
      'An item that names the site goes to that facility (inferred from the sentence on items that name none).',
    ),
    assumption(
      'commune-station-may-take',
      'Phản ánh nêu xã thì Trạm Y tế xã được nhận (công văn nêu Trạm Y tế trong số nơi xử lý, dòng của xã chưa đọc được).',
      'An item that names a commune may be taken by its health station (the dispatch lists the stations among those who work on items; its row for communes could not be read).',
    ),
    assumption(
      'district-has-account',
      'Tỉnh đã cấp tài khoản cho trung tâm y tế huyện; nếu chưa, tỉnh tự xử lý.',
      'The province has given the district centre an account; where it has not, the province handles the item.',
    ),
    assumption(
      'no-province-to-ministry',
      'Phản ánh không nêu tỉnh nằm trong danh sách hằng ngày của Bộ.',
      'An item that names no province stands in the daily list of the ministry.',
    ),
    assumption(
      'pass-on',
      'Cấp nào được chuyển phản ánh cho cấp nào chưa có văn bản nêu rõ.',
      'No text that could be read says which level may pass an item to which.',
    ),
    assumption(
      'clock-never-stops',
      'Đồng hồ 48 giờ không dừng khi chờ người dân bổ sung.',
      'The 48 hours run on while the reporter is asked for more.',
    ),
    assumption(
      'later-does-not-meet',
      '"Xử lý sau" chưa được tính là đã trả lời trong 48 giờ.',
      '"To be processed later" does not count as the answer within 48 hours.',
    ),
    assumption(
      'warning-and-escalation',
      'Nhắc trước hạn 12 giờ; quá hạn 12 giờ thì báo tỉnh, quá hạn 24 giờ thì báo Bộ.',
      'Twelve hours before the limit an item is pointed out; twelve hours after it the province is shown the item, after 24 the ministry.',
    ),
    assumption(
      'evidence-limits',
      'Giới hạn tệp đính kèm do SDK đặt: 5 tệp, mỗi tệp 8 MB.',
      'The limits on evidence are ours: five files of 8 MB each.',
    ),
  ],
  clock: {
    hours: 48,
    warnHours: 12,
    laterMeets: false,
    pausedIn: [],
    escalations: [
      { afterHours: 12, to: 'province' },
      { afterHours: 24, to: 'ministry' },
    ],
  },
  routes,
  passOn: {
    facility: ['commune', 'district', 'province', 'police'],
    commune: ['facility', 'district', 'province', 'police'],
    district: ['facility', 'commune', 'province', 'police'],
    'provincial-cdc': ['facility', 'commune', 'district', 'province'],
    province: ['facility', 'commune', 'district', 'provincial-cdc', 'ministry', 'police'],
    ministry: ['province'],
    police: ['facility', 'commune', 'province'],
  },
  evidence: {
    mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
    largest: 8_388_608,
    most: 5,
  },
  rejections: rejections9458,
})
