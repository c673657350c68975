/** What no text settles in the routine programme, and what was chosen. */
import type { PolicyAssumption } from '@tiemchung/core'
import { noGrace } from './shared.js'

export const assumptions = {
  'no-grace': noGrace,
  'routine-one-month': {
    id: 'routine-one-month',
    says: {
      vi: '“Ít nhất 1 tháng” trong lịch tiêm chủng thường xuyên hiểu là một tháng theo lịch; chú thích (*) của thông tư chưa được đọc.',
      en: '“At least 1 month” of the routine schedule is read as a calendar month; the circular’s footnote (*) was not seen.',
    },
  },
  'routine-24-hours': {
    id: 'routine-24-hours',
    says: {
      vi: '“Trong 24 giờ đầu” tính theo ngày: ngày sinh và ngày hôm sau.',
      en: '“Within 24 hours” is counted in days: the day of birth and the day after.',
    },
  },
  'routine-booster-spacing': {
    id: 'routine-booster-spacing',
    says: {
      vi: 'Thông tư nêu tuổi của mũi nhắc mà không nêu khoảng cách: trẻ tiêm muộn cũng chờ ít nhất một tháng.',
      en: 'The circular gives the age of a booster and no interval: a late child waits at least a month as well.',
    },
  },
  'routine-volume': {
    id: 'routine-volume',
    says: {
      vi: 'Thể tích theo nhà sản xuất, chưa thấy trong văn bản nào: 0,5 ml một mũi, BCG 0,1 ml.',
      en: 'Volumes are the makers’, seen in no instrument: 0.5 ml a dose, BCG 0.1 ml.',
    },
  },
} as const satisfies Readonly<Record<string, PolicyAssumption>>
