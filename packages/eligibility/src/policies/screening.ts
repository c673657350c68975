/** What the policies of the campaign have in common: the form, and which status is said first. */
import type { Cited, InfectionDeferral, ScreeningRule, Status } from '../policy/format.js'

/** The children's screening form of 5002/QĐ-BYT. */
export const screening = {
  contraindications: [
    {
      id: 'screening-1',
      item: 'anaphylaxisToVaccine',
      says: {
        vi: 'Tiền sử rõ ràng phản vệ với vắc xin COVID-19 lần trước hoặc thành phần của vắc xin',
        en: 'Clear anaphylaxis to an earlier dose of COVID-19 vaccine or to one of its components',
      },
      cite: ['5002'],
      assumes: ['contraindicated-for-all'],
    },
  ],
  screeningDeferrals: [
    {
      id: 'screening-2',
      item: 'acuteOrProgressingDisease',
      says: {
        vi: 'Đang có bệnh cấp tính hoặc bệnh mạn tính tiến triển',
        en: 'Acute disease, or chronic disease that is progressing',
      },
      cite: ['5002'],
    },
    {
      id: 'screening-8',
      item: 'otherContraindication',
      says: {
        vi: 'Chống chỉ định hoặc lý do hoãn khác',
        en: 'Another contraindication or reason to defer',
      },
      cite: ['5002'],
      assumes: ['item-8-defers'],
    },
  ],
  precautions: [
    {
      id: 'screening-3',
      item: 'anyAllergy',
      says: { vi: 'Tiền sử dị ứng với bất kỳ dị nguyên nào', en: 'Allergy to anything' },
      cite: ['5002'],
    },
    {
      id: 'screening-4',
      item: 'consciousnessOrBehaviourDisorder',
      says: {
        vi: 'Rối loạn tri giác, rối loạn hành vi',
        en: 'Disorder of consciousness or behaviour',
      },
      cite: ['5002'],
    },
  ],
  hospital: [
    {
      id: 'screening-5',
      item: 'congenitalOrChronicDisease',
      says: {
        vi: 'Bệnh bẩm sinh hoặc mạn tính ở tim, phổi, tiêu hoá, tiết niệu, máu',
        en: 'Congenital or chronic disease of heart, lung, gut, urinary tract or blood',
      },
      cite: ['5002'],
      assumes: ['hospital-by-elimination'],
    },
    {
      id: 'screening-6',
      item: 'abnormalHeartOrLungSounds',
      says: { vi: 'Nghe tim, phổi bất thường', en: 'Abnormal heart or lung sounds' },
      cite: ['5002'],
      assumes: ['hospital-by-elimination'],
    },
    {
      id: 'screening-7',
      item: 'anaphylaxisGrade3',
      says: {
        vi: 'Phản vệ từ độ 3 trở lên với bất kỳ dị nguyên nào',
        en: 'Anaphylaxis of grade 3 or more to anything',
      },
      cite: ['5002'],
      assumes: ['hospital-by-elimination'],
    },
  ],
} as const satisfies Readonly<Record<string, readonly ScreeningRule[]>>

/** Which status is said first. What can never be comes before what must wait, before what is missing. */
export const precedence: readonly Status[] = [
  'contraindicated',
  'complete',
  'tooOld',
  'tooYoung',
  'notRecommended',
  'deferred',
  'tooSoon',
  'needsScreening',
  'unknown',
  'needsConsent',
  'eligible',
]

/** Three months after COVID-19, from the first symptom or first positive test. */
export const threeMonthsAfterInfection = (basis: Cited): InfectionDeferral => ({
  id: 'infection',
  fact: 'covid19Infection',
  anchor: 'onset',
  for: 'P3M',
  says: { vi: 'Đã mắc COVID-19', en: 'COVID-19 infection' },
  ...basis,
})
