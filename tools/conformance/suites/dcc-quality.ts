import { decodeCertificate } from '@tiemchung/certificates/envelope'
import { judge, type Suite } from '../suite.js'

/** QR texts of 77 issuing countries: every verifier should decode them. */
export const dccQuality: Suite = {
  name: 'dcc-quality',
  folder: 'dcc-quality-assurance',
  files: /^[^/]+\.jsonl$/,
  *judge({ id, value }) {
    const { prefix } = value as { readonly prefix: string }
    yield judge(id, true, () => decodeCertificate(prefix) !== undefined)
  },
}
