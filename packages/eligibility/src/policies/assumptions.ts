/** The named parameters that no text settles. */
import type { PolicyAssumption } from '@tiemchung/core'

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
