/** What no text settles for children from 5 to under 12, and what was chosen. */
import type { PolicyAssumption } from '@tiemchung/core'
import {
  ageOnDoseDay,
  contraindicatedForAll,
  hospitalByElimination,
  infectionAnchor,
  infectionBeforeText,
  item8Defers,
  noGrace,
  otherStrengthCounts,
  spacingAfterAnyDose,
} from './shared.js'

export const assumptions = {
  'age-on-dose-day': ageOnDoseDay,
  'infection-anchor': infectionAnchor,
  'infection-before-text': infectionBeforeText,
  'interval-before-947': {
    id: 'interval-before-947',
    says: {
      vi: 'Trước công văn 947, khoảng cách hai mũi cũng là 4 tuần, như các địa phương đã triển khai.',
      en: 'Before dispatch 947 the interval is 4 weeks as well, as the provinces practised it.',
    },
  },
  'spacing-after-any-dose': spacingAfterAnyDose,
  'no-grace': noGrace,
  'turning-12': {
    id: 'turning-12',
    says: {
      vi: 'Trẻ tròn 12 tuổi giữa hai mũi: tiếp tục cùng loại vắc xin, hàm lượng theo tuổi ngày tiêm, có xem lại.',
      en: 'A child who turns 12 between doses goes on with the same brand at the strength for the age on the day, with a review.',
    },
  },
  'other-strength-counts': otherStrengthCounts,
  'contraindicated-for-all': contraindicatedForAll,
  'hospital-by-elimination': hospitalByElimination,
  'item-8-defers': item8Defers,
  'no-other-vaccine-interval': {
    id: 'no-other-vaccine-interval',
    says: {
      vi: 'Không văn bản nào nêu khoảng cách với vắc xin khác: không áp dụng.',
      en: 'No text gives an interval to other vaccines: none is applied.',
    },
  },
} as const satisfies Readonly<Record<string, PolicyAssumption>>
