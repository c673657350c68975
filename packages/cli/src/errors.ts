import { defineCatalogue } from '@tiemchung/core'

/** The codes of the command line itself. */
export const errorCatalogue = defineCatalogue({
  'cli.file': {
    says: { vi: 'Không đọc được tệp.', en: 'The file cannot be read.' },
    who: 'operator',
    todo: { vi: 'Kiểm tra đường dẫn và quyền đọc.', en: 'Check the path and the permissions.' },
  },
  'cli.empty': {
    says: { vi: 'Đầu vào không có nội dung nào.', en: 'The input holds nothing.' },
    who: 'operator',
    todo: {
      vi: 'Kiểm tra tệp, hoặc lệnh đứng trước dấu |.',
      en: 'Check the file, or the command before the |.',
    },
  },
  'cli.not-utf8': {
    says: { vi: 'Tệp không phải văn bản UTF-8.', en: 'The file is not text in UTF-8.' },
    who: 'operator',
    todo: { vi: 'Lưu lại tệp ở dạng UTF-8.', en: 'Save the file as UTF-8.' },
  },
  'cli.json': {
    says: { vi: 'Tệp không phải JSON hợp lệ.', en: 'The file is not JSON.' },
    who: 'operator',
    todo: { vi: 'Tải lại tệp.', en: 'Fetch the file again.' },
  },
  'cli.x509-kind': {
    says: {
      vi: 'Tệp không chứa loại dữ liệu X.509 cần ở đây.',
      en: 'The file holds no X.509 data of the kind that is wanted here.',
    },
    who: 'operator',
    todo: {
      vi: 'Đưa tệp PEM hoặc DER đúng loại; tiemchung x509 show cho biết một tệp là gì.',
      en: 'Give a PEM or DER file of this kind; tiemchung x509 show says what a file is.',
    },
  },
  'cli.write': {
    says: { vi: 'Không ghi được tệp.', en: 'The file cannot be written.' },
    who: 'operator',
    todo: { vi: 'Kiểm tra thư mục và quyền ghi.', en: 'Check the folder and the permissions.' },
  },
  'cli.use': {
    says: { vi: 'Sai cách dùng lệnh.', en: 'The command was used wrongly.' },
    who: 'operator',
    todo: { vi: 'Chạy lại với --help.', en: 'Run it with --help.' },
  },
})
