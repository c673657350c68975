import { defineCatalogue } from '@tiemchung/core'

/** The codes of the command line itself. */
export const errorCatalogue = defineCatalogue({
  'cli.file': {
    says: { vi: 'Không mở được tệp.', en: 'The file cannot be opened.' },
    who: 'operator',
    todo: { vi: 'Kiểm tra đường dẫn và quyền đọc.', en: 'Check the path and the permissions.' },
  },
  'cli.json': {
    says: { vi: 'Tệp không phải JSON hợp lệ.', en: 'The file is not JSON.' },
    who: 'operator',
    todo: { vi: 'Tải lại tệp.', en: 'Fetch the file again.' },
  },
  'cli.use': {
    says: { vi: 'Sai cách dùng lệnh.', en: 'The command was used wrongly.' },
    who: 'operator',
    todo: { vi: 'Chạy lại với --help.', en: 'Run it with --help.' },
  },
})
