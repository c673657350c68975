/** What no text settles for adolescents from 12 to 17, and what was chosen. */
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
  'spacing-after-any-dose': spacingAfterAnyDose,
  'no-grace': noGrace,
  'other-strength-counts': otherStrengthCounts,
  'adolescent-spikevax': {
    id: 'adolescent-spikevax',
    says: {
      vi: 'Spikevax cho 12–17 tuổi: các nguồn mâu thuẫn nhau, nên luôn cần xem lại.',
      en: 'Spikevax at 12 to 17: sources contradict each other, so it always needs a review.',
    },
  },
  'adolescent-interval': {
    id: 'adolescent-interval',
    says: {
      vi: 'Nhóm 12–17 tuổi: “3–4 tuần” hiểu là ít nhất 21 ngày với Comirnaty, 28 ngày với Spikevax, và 28 ngày nếu mũi 1 là Comirnaty 10 µg.',
      en: 'At 12 to 17, “3 to 4 weeks” is read as at least 21 days for Comirnaty, 28 for Spikevax, and 28 when dose 1 was Comirnaty 10 µg.',
    },
  },
  'contraindicated-for-all': contraindicatedForAll,
  'hospital-by-elimination': hospitalByElimination,
  'item-8-defers': item8Defers,
} as const satisfies Readonly<Record<string, PolicyAssumption>>
