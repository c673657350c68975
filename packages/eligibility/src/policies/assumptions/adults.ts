/** What no text settles for adults, and what was chosen. */
import type { PolicyAssumption } from '@tiemchung/core'
import { ageOnDoseDay, infectionAnchor, noGrace, spacingAfterAnyDose } from './shared.js'

export const assumptions = {
  'age-on-dose-day': ageOnDoseDay,
  'infection-anchor': infectionAnchor,
  'spacing-after-any-dose': spacingAfterAnyDose,
  'no-grace': noGrace,
  'adult-mixed-counts': {
    id: 'adult-mixed-counts',
    says: {
      vi: 'Liều cơ bản đã tiêm trộn vẫn được tính, kể cả khi cặp vắc xin đó không được phép vào ngày tiêm; bảng cặp vắc xin theo ngày chỉ quyết định việc lập kế hoạch.',
      en: 'A mixed primary course counts once given, also where the pair was not allowed on its day; the tables of pairs by date rule the plan alone.',
    },
  },
  'adult-mixed-interval': {
    id: 'adult-mixed-interval',
    says: {
      vi: 'Khoảng cách của cặp tiêm trộn theo vắc xin mũi 1.',
      en: 'The interval of a mixed pair is that of its first vaccine.',
    },
  },
  'adult-day-reported': {
    id: 'adult-day-reported',
    says: {
      vi: 'Văn bản chỉ biết qua báo chí, không rõ ngày: lấy ngày cuối của khoảng được đưa tin, khi chắc chắn đã có hiệu lực.',
      en: 'An instrument known from the press without its day counts from the last day of the time it is reported for, when it was surely in force.',
    },
  },
  'adult-shortage': {
    id: 'adult-shortage',
    says: {
      vi: 'Việc thay thế khi thiếu vắc xin được phép với mọi người: có thiếu hay không thì không hỏi.',
      en: 'An exchange allowed in a shortage is open to everybody: whether there is one is not asked.',
    },
  },
  'adult-volume': {
    id: 'adult-volume',
    says: {
      vi: 'Thể tích một mũi theo nhà sản xuất, chưa thấy trong văn bản nào.',
      en: 'The volume of a dose is the maker’s, seen in no instrument.',
    },
  },
  'adult-screening-apart': {
    id: 'adult-screening-apart',
    says: {
      vi: 'Khám sàng lọc người lớn (5785/QĐ-BYT) không nằm trong chính sách này.',
      en: 'The screening of adults (5785/QĐ-BYT) is not part of this policy.',
    },
  },
  'hayat-vax-as-vero-cell': {
    id: 'hayat-vax-as-vero-cell',
    says: {
      vi: 'Hayat-Vax theo quy định của Vero Cell: không văn bản nào nêu riêng.',
      en: 'Hayat-Vax follows the rules of Vero Cell: no text has its own.',
    },
  },
  'covaxin-interval': {
    id: 'covaxin-interval',
    says: {
      vi: 'Covaxin: 2 mũi cách 4 tuần theo WHO, báo chí dẫn lại.',
      en: 'Covaxin: 2 doses 4 weeks apart as WHO has it, quoted by the press.',
    },
  },
  'adult-one-dose-booster': {
    id: 'adult-one-dose-booster',
    says: {
      vi: 'Janssen và Sputnik Light: mũi nhắc lại chờ như sau mũi cuối của liều cơ bản 2 mũi.',
      en: 'Janssen and Sputnik Light: the booster waits as after the last dose of a course of two.',
    },
  },
  'adult-booster-same': {
    id: 'adult-booster-same',
    says: {
      vi: 'Mũi nhắc lại “cùng loại”: khi toàn bộ liều cơ bản là loại đó.',
      en: 'A booster of “the same” vaccine: when the whole primary course was that vaccine.',
    },
  },
  'adult-fourth-mrna': {
    id: 'adult-fourth-mrna',
    says: {
      vi: 'Mũi 4 chỉ đề xuất vắc xin mRNA; văn bản tháng 5/2022 không nêu loại nào khác.',
      en: 'For the fourth dose only mRNA vaccines are offered; the text of May 2022 names no other.',
    },
  },
  'adult-3309-as-before': {
    id: 'adult-3309-as-before',
    says: {
      vi: 'Phần người lớn của 3309 chưa được đọc: giữ khoảng cách của 10722 và của tháng 5/2022.',
      en: 'What 3309 says of adults was not read: the intervals of 10722 and of May 2022 go on.',
    },
  },
  'adult-dose-places': {
    id: 'adult-dose-places',
    says: {
      vi: 'Số thứ tự là vị trí trong toàn bộ liệu trình (3: mũi ba Abdala, 4: bổ sung, 5: nhắc lại, 6: nhắc lại lần hai), không phải cách gọi “mũi 3”, “mũi 4”.',
      en: 'Numbers are places in the whole course (3: third of Abdala, 4: additional, 5: booster, 6: second booster), not the everyday “third” and “fourth” dose.',
    },
  },
} as const satisfies Readonly<Record<string, PolicyAssumption>>
