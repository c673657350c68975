/** The codes of the stores. */
import { defineCatalogue } from '@tiemchung/core'

export const storeErrors = /* @__PURE__ */ defineCatalogue({
  'clinic.store.damaged': {
    says: {
      vi: 'Nhật ký dữ liệu bị hỏng ở dòng {line}.',
      en: 'The journal is damaged at line {line}.',
    },
    who: 'operator',
    todo: {
      vi: 'Không xoá tệp; khôi phục từ bản sao lưu hoặc liên hệ hỗ trợ.',
      en: 'Do not delete the file; restore a backup or ask for support.',
    },
  },
  'clinic.store.in-use': {
    says: {
      vi: 'Thư mục dữ liệu đang được một tiến trình khác mở.',
      en: 'Another process has this folder open.',
    },
    who: 'operator',
    todo: {
      vi: 'Đóng chương trình kia; nếu chắc chắn không còn chương trình nào, xoá tệp open.lock trong thư mục.',
      en: 'Close the other program; when there certainly is none, delete the file open.lock in the folder.',
    },
  },
  'clinic.store.changed': {
    says: {
      vi: 'Dữ liệu đã được một người khác thay đổi trong lúc này.',
      en: 'Somebody else has changed this in the meantime.',
    },
    who: 'operator',
    todo: { vi: 'Đọc lại rồi làm lại.', en: 'Read it again and do it again.' },
  },
  'clinic.store.damaged-line': {
    says: {
      vi: 'Dòng {line} của nhật ký bị hỏng; các dòng khác vẫn đọc được.',
      en: 'Line {line} of the journal is damaged; the other lines were read.',
    },
    who: 'operator',
    todo: {
      vi: 'Đối chiếu với bản sao lưu và với nền tảng; dòng hỏng được giữ trong tệp .damaged.',
      en: 'Compare with a backup and with the platform; the damaged line is kept in the .damaged file.',
    },
  },
  'clinic.store.newer': {
    says: {
      vi: 'Kho dữ liệu do một phiên bản mới hơn ghi (định dạng {version}).',
      en: 'The store was written by a newer version (format {version}).',
    },
    who: 'operator',
    todo: {
      vi: 'Cập nhật chương trình; dữ liệu chưa bị động đến.',
      en: 'Update the program; nothing was touched.',
    },
  },
  'clinic.store.foreign': {
    says: {
      vi: 'Cơ sở dữ liệu này không phải kho của chương trình.',
      en: 'This database is not a store of this program.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng một cơ sở dữ liệu riêng cho kho.',
      en: 'Give the store a database of its own.',
    },
  },
  'clinic.store.full': {
    says: {
      vi: 'Đĩa đã đầy; thay đổi này chưa được lưu, những gì đã lưu vẫn còn.',
      en: 'The disk is full; this change was not kept, what was kept before is safe.',
    },
    who: 'operator',
    todo: {
      vi: 'Giải phóng chỗ trống rồi làm lại.',
      en: 'Make room and do it again.',
    },
  },
  'clinic.store.read-only': {
    says: {
      vi: 'Không được phép ghi vào kho dữ liệu; những gì đã lưu vẫn còn.',
      en: 'The store cannot be written to; what was kept before is safe.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra đĩa và quyền ghi của thư mục.',
      en: 'Look at the disk and at who may write to the folder.',
    },
  },
  'clinic.store.disk': {
    says: {
      vi: 'Đĩa báo lỗi {reason}; thay đổi này chưa được xác nhận.',
      en: 'The disk reports {reason}; this change is not confirmed.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra đĩa, mở lại kho rồi đọc lại.',
      en: 'Look at the disk, open the store again and read again.',
    },
  },
  'clinic.store.busy': {
    says: {
      vi: 'Kho dữ liệu đang bị một chương trình khác giữ quá lâu.',
      en: 'Another program has kept the store locked for too long.',
    },
    who: 'operator',
    todo: {
      vi: 'Làm lại; nếu lặp lại, tìm chương trình đang giữ kho.',
      en: 'Do it again; when it comes back, find the program that keeps it.',
    },
  },
  'clinic.store.closed': {
    says: {
      vi: 'Kho dữ liệu đã đóng.',
      en: 'The store is closed.',
    },
    who: 'developer',
    todo: {
      vi: 'Mở lại kho.',
      en: 'Open it again.',
    },
  },
  'clinic.store.unreadable': {
    says: {
      vi: 'Kho dữ liệu bị hỏng và không đọc được.',
      en: 'The store is damaged and cannot be read.',
    },
    who: 'operator',
    todo: {
      vi: 'Không xoá tệp; khôi phục từ bản sao lưu hoặc liên hệ hỗ trợ.',
      en: 'Do not delete the file; restore a backup or ask for support.',
    },
  },
  'clinic.store.document': {
    says: {
      vi: 'Một bản ghi trong kho không đọc được.',
      en: 'A document of the store cannot be read.',
    },
    who: 'operator',
    todo: {
      vi: 'Khôi phục từ bản sao lưu hoặc liên hệ hỗ trợ.',
      en: 'Restore a backup or ask for support.',
    },
  },
  'clinic.store.unavailable': {
    says: {
      vi: 'Trình duyệt này không có {lacking}, nên không thể giữ dữ liệu an toàn.',
      en: 'This browser has no {lacking}, so nothing can be kept safely in it.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng trang HTTPS trong một trình duyệt còn được cập nhật.',
      en: 'Use a page over HTTPS in a browser that is kept up to date.',
    },
  },
})

/** The codes of a store that is encrypted. */
export const sealErrors = /* @__PURE__ */ defineCatalogue({
  'clinic.store.key': {
    says: {
      vi: 'Khoá mã hoá kho không dùng được.',
      en: 'A key of the encrypted store cannot be used.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng khoá AES 256 bit, mỗi khoá một mã riêng.',
      en: 'Use AES keys of 256 bits, each with an id of its own.',
    },
  },
  'clinic.store.key-missing': {
    says: {
      vi: 'Không có khoá để mở một bản ghi của kho.',
      en: 'There is no key to open a document of the store.',
    },
    who: 'operator',
    todo: {
      vi: 'Cung cấp lại khoá cũ cho tới khi mọi bản ghi được mã hoá lại.',
      en: 'Bring the old key until every document has been encrypted again.',
    },
  },
  'clinic.store.sealed': {
    says: {
      vi: 'Một bản ghi của kho không mở được: sai khoá, hoặc bản ghi đã bị thay đổi.',
      en: 'A document of the store does not open: the key is another, or it was changed.',
    },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra khoá; khôi phục từ bản sao lưu.',
      en: 'Check the key; restore a backup.',
    },
  },
  'clinic.store.not-sealed': {
    says: {
      vi: 'Một bản ghi của kho không được mã hoá.',
      en: 'A document of the store is not encrypted.',
    },
    who: 'operator',
    todo: {
      vi: 'Mã hoá dữ liệu cũ một lần bằng lựa chọn plain; nếu đã làm, có người đã ghi vào kho.',
      en: 'Encrypt old data once with the option plain; if that was done, somebody wrote to the store.',
    },
  },
})
