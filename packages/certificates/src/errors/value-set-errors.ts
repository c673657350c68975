import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** The codes of value sets. */
export const valueSetErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-verify.value-sets': developer(
    'Bộ mã không đúng định dạng của EU: thiếu hoặc sai trường.',
    'A value set document is not as the EU publishes them: a field is missing or wrong.',
    'Tải lại bộ mã từ nơi phát hành.',
    'Fetch the value sets again from their publisher.',
  ),
}))
