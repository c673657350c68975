import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of verifying in workers. */
export const workerErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-verify.worker': developer(
    'Luồng kiểm tra gặp lỗi hoặc đã dừng ({code}).',
    'A worker failed, is gone, or there is none ({code}).',
    'Khởi động lại luồng và kiểm tra lại từ kết quả cuối cùng đã nhận.',
    'Start the worker again and go on behind the last report that you got.',
  ),
}))
