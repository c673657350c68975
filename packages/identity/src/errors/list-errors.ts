import { defineCatalogue } from '@tiemchung/core'

/** Lists that were handed over and come back. */
export const listErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.list.unsigned': {
    says: { vi: 'Danh sách trả lại chưa được ký.', en: 'The returned list is not signed.' },
    who: 'police',
    todo: {
      vi: 'Công an xã ký danh sách rồi bàn giao lại.',
      en: 'The commune police sign the list and hand it over again.',
    },
  },
  'identity.list.signature': {
    says: {
      vi: 'Chữ ký của danh sách không hợp lệ, hoặc tệp đã bị sửa sau khi ký.',
      en: 'The signature of the list does not hold, or the file was changed after it.',
    },
    who: 'police',
    todo: { vi: 'Ký lại đúng tệp được bàn giao.', en: 'Sign the very file that is handed over.' },
  },
  'identity.list.signature-unknown': {
    says: {
      vi: 'Chưa thể kết luận về chữ ký của danh sách.',
      en: 'The signature of the list could not be judged.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra chứng thư tin cậy và thông tin thu hồi, rồi đọc lại.',
      en: 'See to trusted certificates and revocation, then read again.',
    },
  },
  'identity.list.wrong-signer': {
    says: {
      vi: 'Người ký không phải công an xã của danh sách.',
      en: 'The signer is not the police of the commune of the list.',
    },
    who: 'police',
    todo: {
      vi: 'Danh sách do công an nơi thường trú ký.',
      en: 'The police of the permanent residence sign the list.',
    },
  },
  'identity.list.unreadable': {
    says: { vi: 'Không đọc được danh sách trả lại.', en: 'The returned list cannot be read.' },
    who: 'police',
    todo: {
      vi: 'Nhờ công an xã trả lại danh sách đúng như đã nhận.',
      en: 'Ask the commune police for the list as it was handed over.',
    },
  },
  'identity.list.other-list': {
    says: {
      vi: 'Đây không phải danh sách đã chuyển giao.',
      en: 'This is not the list that was handed over.',
    },
    who: 'facility',
    todo: { vi: 'Chọn danh sách có cùng mã.', en: 'Choose the list with the same id.' },
  },
  'identity.list.altered': {
    says: {
      vi: 'Nội dung không được sửa đã bị sửa.',
      en: 'Something was changed that may not be.',
    },
    who: 'police',
    todo: {
      vi: 'Nhờ công an xã trả lại danh sách đúng như đã nhận.',
      en: 'Ask the commune police for the list as it was handed over.',
    },
  },
  'identity.list.added': {
    says: {
      vi: 'Có dòng không có trong danh sách đã chuyển giao.',
      en: 'There is a row that was not handed over.',
    },
    who: 'police',
    todo: {
      vi: 'Nhờ công an xã trả lại danh sách đúng như đã nhận.',
      en: 'Ask the commune police for the list as it was handed over.',
    },
  },
  'identity.list.dropped': {
    says: {
      vi: 'Thiếu một dòng của danh sách đã chuyển giao.',
      en: 'A row that was handed over is missing.',
    },
    who: 'police',
    todo: {
      vi: 'Nhờ công an xã trả lại danh sách đúng như đã nhận.',
      en: 'Ask the commune police for the list as it was handed over.',
    },
  },
  'identity.list.twice': {
    says: { vi: 'Một bản ghi xuất hiện hai lần.', en: 'A record stands twice.' },
    who: 'police',
    todo: {
      vi: 'Nhờ công an xã trả lại danh sách đúng như đã nhận.',
      en: 'Ask the commune police for the list as it was handed over.',
    },
  },
  'identity.list.same-case': {
    says: {
      vi: 'Hai trường hợp được giao cùng một bản ghi; danh sách như vậy không thể nhận lại.',
      en: 'Two cases are about one record; such a list could never be taken back.',
    },
    who: 'developer',
    todo: {
      vi: 'Giao mỗi bản ghi một lần, với câu trả lời mới nhất.',
      en: 'Hand each record over once, with its latest answer.',
    },
  },
  'identity.list.formula': {
    says: {
      vi: 'Bảng tính có công thức, ô lỗi hoặc ô gộp.',
      en: 'The workbook holds formulas, errors or merged cells.',
    },
    who: 'police',
    todo: {
      vi: 'Thay công thức bằng giá trị rồi ký lại.',
      en: 'Put values in place of formulas and sign again.',
    },
  },
  'identity.list.word': {
    says: {
      vi: 'Ô kết luận, căn cứ, ngày sinh hoặc giới tính không đọc được.',
      en: 'A conclusion, reason, birth date or sex cannot be read.',
    },
    who: 'police',
    todo: {
      vi: 'Dùng các từ ghi trong hướng dẫn; ngày theo dạng 05/02/2016.',
      en: 'Use the words of the guide; days as in 05/02/2016.',
    },
  },
  'identity.list.outcome': {
    says: {
      vi: 'Kết luận này không đi với dòng này.',
      en: 'This conclusion does not go with this row.',
    },
    who: 'police',
    todo: {
      vi: 'Chỉ ghi giá trị đúng khi kết luận là khai sai.',
      en: 'Give right values only where the claim is wrong.',
    },
  },
  'identity.list.no-reason': {
    says: { vi: 'Kết luận không có căn cứ.', en: 'A conclusion has no reason.' },
    who: 'police',
    todo: {
      vi: 'Ghi giấy tờ hoặc hồ sơ làm căn cứ.',
      en: 'Name the paper or file that it rests on.',
    },
  },
  'identity.list.no-correction': {
    says: {
      vi: 'Kết luận khai sai nhưng không có giá trị đúng.',
      en: 'The claim is found wrong, and no right value is given.',
    },
    who: 'police',
    todo: { vi: 'Ghi giá trị đúng.', en: 'Give the right value.' },
  },
  'identity.list.field-not-open': {
    says: {
      vi: 'Một trường không thuộc phần phải sửa đã được sửa.',
      en: 'A field was corrected that was not to be.',
    },
    who: 'police',
    todo: {
      vi: 'Chỉ sửa các trường nêu ở cột sai lệch.',
      en: 'Correct only the fields that are named as differing.',
    },
  },
  'identity.list.unchanged': {
    says: {
      vi: 'Giá trị đúng giống giá trị đã khai.',
      en: 'The right value is the one that was claimed.',
    },
    who: 'police',
    todo: {
      vi: 'Nếu khai đúng thì kết luận là cơ sở dữ liệu dân cư sai.',
      en: 'If the claim is right, the register is wrong.',
    },
  },
  'identity.list.value': {
    says: {
      vi: 'Giá trị đúng không đúng dạng.',
      en: 'A right value does not have the right form.',
    },
    who: 'police',
    todo: {
      vi: 'Ghi số 12 chữ số, họ tên có dấu, giới tính nam hoặc nữ.',
      en: 'Give 12 digits, the name with its marks, male or female.',
    },
  },
}))
