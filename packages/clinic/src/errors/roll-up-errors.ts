/** The codes of the roll-up. */
import { defineCatalogue } from '@tiemchung/core'

export const rollUpErrors = /* @__PURE__ */ defineCatalogue({
  'clinic.roll-up.form': {
    says: { vi: 'Đây không phải báo cáo ngày đã ký.', en: 'This is no signed day report.' },
    who: 'operator',
    todo: { vi: 'Yêu cầu cơ sở gửi lại.', en: 'Ask the facility to send it again.' },
  },
  'clinic.roll-up.not-expected': {
    says: {
      vi: 'Báo cáo của một cơ sở không có trong danh sách.',
      en: 'The report is of a facility that is not on the list.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra mã cơ sở; bổ sung vào danh sách nếu thiếu.',
      en: 'Check the code of the facility; add it to the list if it is missing.',
    },
  },
  'clinic.roll-up.other-day': {
    says: { vi: 'Báo cáo của một ngày khác.', en: 'The report is of another day.' },
    who: 'operator',
    todo: { vi: 'Tổng hợp báo cáo này với ngày của nó.', en: 'Roll it up with its own day.' },
  },
  'clinic.roll-up.other-signer': {
    says: {
      vi: 'Người ký không được báo cáo thay cơ sở này.',
      en: 'The signer may not report for this facility.',
    },
    who: 'facility-head',
    todo: {
      vi: 'Ký báo cáo bằng chứng thư số của chính cơ sở.',
      en: 'Sign the report with the certificate of the facility.',
    },
  },
  'clinic.roll-up.changed': {
    says: {
      vi: 'Báo cáo đã bị thay đổi sau khi ký.',
      en: 'The report was changed after it was signed.',
    },
    who: 'operator',
    todo: { vi: 'Yêu cầu cơ sở gửi lại bản đã ký.', en: 'Ask the facility for what it signed.' },
  },
  'clinic.roll-up.signature': {
    says: {
      vi: 'Chữ ký của báo cáo không được công nhận.',
      en: 'The signature of the report is not believed.',
    },
    who: 'operator',
    todo: {
      vi: 'Xem bước kiểm tra chưa đạt; kiểm tra chứng thư số và chứng thư gốc.',
      en: 'See the check that is open; look at the certificate and the roots.',
    },
  },
  'clinic.roll-up.sums': {
    says: {
      vi: 'Các số trong báo cáo không cộng khớp.',
      en: 'The numbers of the report do not add up.',
    },
    who: 'facility',
    todo: { vi: 'Lập lại báo cáo bằng phần mềm.', en: 'Make the report again with the software.' },
  },
  'clinic.roll-up.older': {
    says: {
      vi: 'Cơ sở đã có báo cáo mới hơn cho ngày này.',
      en: 'There is a newer report of this facility and day.',
    },
    who: 'operator',
    todo: { vi: 'Không cần làm gì.', en: 'Nothing is to be done.' },
  },
  'clinic.roll-up.twice': {
    says: {
      vi: 'Hai báo cáo khác nhau mang cùng một số thứ tự; tính bản lập sau.',
      en: 'Two different reports bear the same number; the later one counts.',
    },
    who: 'facility',
    todo: {
      vi: 'Kiểm tra xem có hai máy cùng báo cáo.',
      en: 'See whether two machines report for the day.',
    },
  },
  'clinic.roll-up.listed-twice': {
    says: {
      vi: 'Cơ sở có hai lần trong danh sách; chỉ tính một lần.',
      en: 'The facility is on the list twice; it counts once.',
    },
    who: 'operator',
    todo: { vi: 'Bỏ dòng trùng.', en: 'Leave out the second.' },
  },
  'clinic.roll-up.unplanned': {
    says: {
      vi: 'Cơ sở không có trong kế hoạch của ngày nhưng có báo cáo mũi tiêm.',
      en: 'The facility was not to vaccinate that day and reports doses.',
    },
    who: 'district',
    todo: { vi: 'Đối chiếu với kế hoạch tiêm.', en: 'Compare it with the plan.' },
  },
  'clinic.roll-up.address': {
    says: {
      vi: 'Không xác định được địa bàn của cơ sở theo danh mục của ngày đó.',
      en: 'Where the facility lies in the units of that day cannot be told.',
    },
    who: 'operator',
    todo: {
      vi: 'Bổ sung bảng chuyển đổi xã, hoặc ghi địa chỉ theo mã của ngày đó.',
      en: 'Give the table of communes, or write the address in the codes of that day.',
    },
  },
  'clinic.roll-up.owner': {
    says: {
      vi: 'Không rõ cơ sở thuộc ai trong ngày đó.',
      en: 'Whom the facility belonged to that day is not known.',
    },
    who: 'operator',
    todo: {
      vi: 'Sửa các giai đoạn trực thuộc của cơ sở.',
      en: 'Correct the periods of the facility.',
    },
  },
})
