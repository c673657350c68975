/** What no text settles, in the words that several policies share. One constant each, so that a bundle carries the used ones. */
import type { PolicyAssumption } from '@tiemchung/core'

export const ageOnDoseDay = {
  id: 'age-on-dose-day',
  says: {
    vi: 'Tuổi tính tròn năm đến ngày tiêm; người sinh ngày 29/02 tròn tuổi ngày 01/03 của năm không nhuận.',
    en: 'Age is counted in completed years on the day of the dose; born on 29 February means a birthday on 1 March in common years.',
  },
} as const satisfies PolicyAssumption

export const infectionAnchor = {
  id: 'infection-anchor',
  says: {
    vi: 'Ba tháng sau khi mắc COVID-19 tính từ ngày khởi phát hoặc ngày xét nghiệm dương tính đầu tiên, không phải từ ngày khỏi.',
    en: 'Three months after COVID-19 count from the first symptom or first positive test, not from recovery.',
  },
} as const satisfies PolicyAssumption

export const infectionBeforeText = {
  id: 'infection-before-text',
  says: {
    vi: 'Trước khi có văn bản cho nhóm tuổi này, cũng hoãn ba tháng sau khi mắc COVID-19.',
    en: 'Before a text for this age group existed, three months after COVID-19 are waited for as well.',
  },
} as const satisfies PolicyAssumption

export const spacingAfterAnyDose = {
  id: 'spacing-after-any-dose',
  says: {
    vi: 'Sau một mũi không được tính, mũi tiếp theo cũng phải chờ như sau một mũi được tính, mũi nhắc lại ít nhất 28 ngày.',
    en: 'After a dose that does not count, the next one waits as long as after one that does; a booster at least 28 days.',
  },
} as const satisfies PolicyAssumption

export const noGrace = {
  id: 'no-grace',
  says: {
    vi: 'Không văn bản nào cho phép tiêm sớm: dung sai là 0 ngày.',
    en: 'No text tolerates an early dose: grace is 0 days.',
  },
} as const satisfies PolicyAssumption

export const otherStrengthCounts = {
  id: 'other-strength-counts',
  says: {
    vi: 'Mũi đã tiêm cùng loại nhưng khác hàm lượng theo tuổi vẫn được tính (như CDSi 4.18) và được nêu để xem lại.',
    en: 'A dose of the same brand at the strength of the other age group counts (as in CDSi 4.18) and is flagged for review.',
  },
} as const satisfies PolicyAssumption

export const contraindicatedForAll = {
  id: 'contraindicated-for-all',
  says: {
    vi: 'Phản vệ với mũi trước hoặc thành phần: vì các mũi phải cùng loại và thành phần không được ghi rõ, chống chỉ định mọi vắc xin của chính sách.',
    en: 'Anaphylaxis to an earlier dose or a component bars every product here, since doses must be of one vaccine and the component is not named.',
  },
} as const satisfies PolicyAssumption

export const hospitalByElimination = {
  id: 'hospital-by-elimination',
  says: {
    vi: 'Mục 5 đến 7 của phiếu: tiêm tại bệnh viện (suy ra bằng cách loại trừ).',
    en: 'Items 5 to 7 of the form mean vaccination in hospital (inferred by elimination).',
  },
} as const satisfies PolicyAssumption

export const item8Defers = {
  id: 'item-8-defers',
  says: {
    vi: 'Mục 8 của phiếu (chống chỉ định hoặc lý do hoãn khác): hoãn cho đến khi bác sĩ kết luận.',
    en: 'Item 8 of the form (another contraindication or reason to defer) defers until a doctor decides.',
  },
} as const satisfies PolicyAssumption
