/** What the policies of the campaign have in common, written once. */
import type { CivilDate, PolicySource } from '@tiemchung/core'
import type { PolicyProduct, ScreeningRule, Status } from '../policy/format.js'

const day = (text: string) => text as CivilDate

const ministry = 'Bộ Y tế'

/** Every instrument that the policies cite, with how sure we are of its content. */
export const instruments = {
  '457': {
    id: '457',
    number: '457/QĐ-BYT',
    date: day('2022-03-01'),
    issuer: ministry,
    url: 'http://tintuc.thuvienphapluat.com/thong-bao-van-ban-moi/email/39656/phe-duyet-vac-xin-covid-19-cho-tre-em-tu-5-den-duoi-12-tuoi',
    confidence: 'secondary',
  },
  '1535': {
    id: '1535',
    number: '1535/BYT-DP',
    date: day('2022-03-28'),
    issuer: ministry,
    url: 'https://vanbanphapluat.co/official-dispatch-1535-byt-dp-2022-covid19-vaccination-for-children-from-5-to-under-12',
    confidence: 'text',
  },
  'moderna-6': {
    id: 'moderna-6',
    number: 'Phê duyệt Spikevax cho trẻ 6 đến dưới 12 tuổi, 31/03/2022',
    date: day('2022-03-31'),
    issuer: ministry,
    url: 'https://www.sggpnews.org.vn/health/moderna-covid19-vaccine-approved-for-children-from-6-to-under-12-years-old-98238.html',
    confidence: 'secondary',
  },
  '1848': {
    id: '1848',
    number: '1848/BYT-DP',
    date: day('2022-04-13'),
    issuer: ministry,
    url: 'https://m.thuvienphapluat.vn/cong-van/The-thao-Y-te/Cong-van-1848-BYT-DP-2022-tiem-vac-xin-cho-nguoi-da-mac-COVID19-510154.aspx',
    confidence: 'text',
  },
  '947': {
    id: '947',
    number: '947/VSDTTƯ-TCQG',
    date: day('2022-04-25'),
    issuer: 'Viện Vệ sinh dịch tễ Trung ương',
    url: 'https://lawnet.vn/thong-tin-phap-luat/en/thong-bao-van-ban-moi/guidelines-for-covid-19-vaccination-for-children-from-5-to-under-12-years-old-in-vietnam-103165.html',
    confidence: 'secondary',
  },
  '3405': {
    id: '3405',
    number: '3405/BYT-DP',
    date: day('2022-06-29'),
    issuer: ministry,
    url: 'https://vanban123.vn/Cong-van/Cong-van-3405-BYT-DP-nam-2022-huong-dan-tiem-vac-xin-phong-COVID-19-do-Bo-Y-te-ban-hanh-580012',
    confidence: 'text',
  },
  '5002': {
    id: '5002',
    number: '5002/QĐ-BYT',
    issuer: ministry,
    url: 'https://congthuong.vn/bo-y-te-huong-dan-tiem-vaccine-phong-covid-19-cho-tre-em-166596.html',
    confidence: 'secondary',
  },
  '8688': {
    id: '8688',
    number: '8688/BYT-DP',
    date: day('2021-10-14'),
    issuer: ministry,
    url: 'https://dulieuphapluat.vn/?p=558235',
    confidence: 'text',
  },
  '3181': {
    id: '3181',
    number: '3181/BYT-DP',
    date: day('2022-06-17'),
    issuer: ministry,
    url: 'https://www.luatvietnam.net/vn/bo-y-te-yeu-cau-cac-tinh-trien-khai-tiem-vac-xin-mui-3-cho-tre-tu-12-den-17-tuoi-vbpl118856.xhtml',
    confidence: 'secondary',
  },
  '3309': {
    id: '3309',
    number: '3309/BYT-DP',
    date: day('2022-06-23'),
    issuer: ministry,
    url: 'https://thuvienphapluat.vn/cong-van/EN/The-thao-Y-te/Official-Dispatch-3309-BYT-DP-2022-guidance-on-vaccination-against-COVID19/523646/tieng-anh.aspx',
    confidence: 'text',
  },
} as const satisfies Readonly<Record<string, PolicySource>>

/** What no text settles, and what was chosen. */
export const assumptions = {
  'age-on-dose-day': {
    id: 'age-on-dose-day',
    says: {
      vi: 'Tuổi tính tròn năm đến ngày tiêm; người sinh ngày 29/02 tròn tuổi ngày 01/03 của năm không nhuận.',
      en: 'Age is counted in completed years on the day of the dose; born on 29 February means a birthday on 1 March in common years.',
    },
  },
  'infection-anchor': {
    id: 'infection-anchor',
    says: {
      vi: 'Ba tháng sau khi mắc COVID-19 tính từ ngày khởi phát hoặc ngày xét nghiệm dương tính đầu tiên, không phải từ ngày khỏi.',
      en: 'Three months after COVID-19 count from the first symptom or first positive test, not from recovery.',
    },
  },
  'infection-before-text': {
    id: 'infection-before-text',
    says: {
      vi: 'Trước khi có văn bản cho nhóm tuổi này, cũng hoãn ba tháng sau khi mắc COVID-19.',
      en: 'Before a text for this age group existed, three months after COVID-19 are waited for as well.',
    },
  },
  'interval-before-947': {
    id: 'interval-before-947',
    says: {
      vi: 'Trước công văn 947, khoảng cách hai mũi cũng là 4 tuần, như các địa phương đã triển khai.',
      en: 'Before dispatch 947 the interval is 4 weeks as well, as the provinces practised it.',
    },
  },
  'spacing-after-any-dose': {
    id: 'spacing-after-any-dose',
    says: {
      vi: 'Sau một mũi không được tính, mũi tiếp theo cũng phải chờ như sau một mũi được tính, mũi nhắc lại ít nhất 28 ngày.',
      en: 'After a dose that does not count, the next one waits as long as after one that does; a booster at least 28 days.',
    },
  },
  'no-grace': {
    id: 'no-grace',
    says: {
      vi: 'Không văn bản nào cho phép tiêm sớm: dung sai là 0 ngày.',
      en: 'No text tolerates an early dose: grace is 0 days.',
    },
  },
  'turning-12': {
    id: 'turning-12',
    says: {
      vi: 'Trẻ tròn 12 tuổi giữa hai mũi: tiếp tục cùng loại vắc xin, hàm lượng theo tuổi ngày tiêm, có xem lại.',
      en: 'A child who turns 12 between doses goes on with the same brand at the strength for the age on the day, with a review.',
    },
  },
  'other-strength-counts': {
    id: 'other-strength-counts',
    says: {
      vi: 'Mũi đã tiêm cùng loại nhưng khác hàm lượng theo tuổi vẫn được tính (như CDSi 4.18) và được nêu để xem lại.',
      en: 'A dose of the same brand at the strength of the other age group counts (as in CDSi 4.18) and is flagged for review.',
    },
  },
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
  'contraindicated-for-all': {
    id: 'contraindicated-for-all',
    says: {
      vi: 'Phản vệ với mũi trước hoặc thành phần: vì các mũi phải cùng loại và thành phần không được ghi rõ, chống chỉ định mọi vắc xin của chính sách.',
      en: 'Anaphylaxis to an earlier dose or a component bars every product here, since doses must be of one vaccine and the component is not named.',
    },
  },
  'hospital-by-elimination': {
    id: 'hospital-by-elimination',
    says: {
      vi: 'Mục 5 đến 7 của phiếu: tiêm tại bệnh viện (suy ra bằng cách loại trừ).',
      en: 'Items 5 to 7 of the form mean vaccination in hospital (inferred by elimination).',
    },
  },
  'item-8-defers': {
    id: 'item-8-defers',
    says: {
      vi: 'Mục 8 của phiếu (chống chỉ định hoặc lý do hoãn khác): hoãn cho đến khi bác sĩ kết luận.',
      en: 'Item 8 of the form (another contraindication or reason to defer) defers until a doctor decides.',
    },
  },
  'no-other-vaccine-interval': {
    id: 'no-other-vaccine-interval',
    says: {
      vi: 'Không văn bản nào nêu khoảng cách với vắc xin khác: không áp dụng.',
      en: 'No text gives an interval to other vaccines: none is applied.',
    },
  },
} as const

const strengthBasis = ['other-strength-counts', 'no-grace']

/** The products, brand and strength, without the ages at which a policy plans them. */
export const comirnaty10 = {
  id: 'comirnaty-10',
  brand: 'comirnaty',
  name: { vi: 'Comirnaty (Pfizer) 10 µg', en: 'Comirnaty (Pfizer) 10 µg' },
  cvx: '218',
  doseMcg: 10,
  volumeMl: '0.2',
  use: null,
  counts: { ageFrom: 'P5Y', ageBefore: 'P18Y', graceDays: 0 },
  cite: ['457'],
  assumes: strengthBasis,
} as const satisfies PolicyProduct

export const comirnaty30 = {
  id: 'comirnaty-30',
  brand: 'comirnaty',
  name: { vi: 'Comirnaty (Pfizer) 30 µg', en: 'Comirnaty (Pfizer) 30 µg' },
  doseMcg: 30,
  volumeMl: '0.3',
  use: null,
  counts: { ageFrom: 'P5Y', ageBefore: 'P18Y', graceDays: 0 },
  cite: ['457'],
  assumes: strengthBasis,
} as const satisfies PolicyProduct

export const spikevax50 = {
  id: 'spikevax-50',
  brand: 'spikevax',
  name: { vi: 'Spikevax (Moderna) 50 µg', en: 'Spikevax (Moderna) 50 µg' },
  cvx: '207',
  doseMcg: 50,
  volumeMl: '0.25',
  use: null,
  counts: { ageFrom: 'P6Y', ageBefore: 'P18Y', graceDays: 0 },
  cite: ['moderna-6'],
  assumes: strengthBasis,
} as const satisfies PolicyProduct

export const spikevax100 = {
  id: 'spikevax-100',
  brand: 'spikevax',
  name: { vi: 'Spikevax (Moderna) 100 µg', en: 'Spikevax (Moderna) 100 µg' },
  cvx: '207',
  doseMcg: 100,
  volumeMl: '0.5',
  use: null,
  counts: { ageFrom: 'P6Y', ageBefore: 'P18Y', graceDays: 0 },
  review: true,
  cite: [],
  assumes: ['adolescent-spikevax', ...strengthBasis],
} as const satisfies PolicyProduct

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

/** Three months after the infection, by its named anchor. */
export const infectionSays = { vi: 'Đã mắc COVID-19', en: 'COVID-19 infection' }
