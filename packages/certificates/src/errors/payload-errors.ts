import { defineCatalogue } from '@tiemchung/core'
import { malformed } from './entry.js'

/** The codes of the payload. */
export const payloadErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-verify.payload': malformed(
    'Nội dung chứng nhận không đúng lược đồ EU DCC 1.3: {rule}.',
    'The payload does not follow the EU DCC schema 1.3: {rule}.',
  ),
}))
