import { fromBase64 } from '@tiemchung/core'
import { hardFail, ocspStatus } from '@tiemchung/x509'
import { judge, readHalves, type Suite } from '../suite.js'

interface Case {
  readonly id: string
  readonly expect: 'good' | 'revoked' | 'unknown'
  readonly response: string
  readonly issuer: string
  readonly cert: string
}

interface Vectors {
  readonly time: string
  readonly maxAgeSeconds: number
  readonly cases: readonly Case[]
}

/** The responses of the set are signed over SHA-1, and its responders say nothing of their own revocation. */
const policy = { ...hardFail, acceptsSha1Answers: true, acceptsUncheckedResponders: true }

/** BoringSSL's OCSP responses: what each says of its certificate. `good` where it must not is an acceptance. */
export const boringsslOcsp: Suite = {
  name: 'boringssl-ocsp',
  folder: 'boringssl-pki',
  async *run(folder, { crypto }) {
    const halves = readHalves<Vectors>(folder, 'ocsp.dev.json', 'ocsp.holdout.json')
    for (const { time, maxAgeSeconds, cases } of halves) {
      for (const one of cases) {
        let said: string | undefined
        const judged = await judge(
          one.id,
          true,
          async () => {
            const { status } = await ocspStatus({
              certificate: fromBase64(one.cert),
              issuer: fromBase64(one.issuer),
              responses: [fromBase64(one.response)],
              at: new Date(time),
              policy: { ...policy, longestAge: maxAgeSeconds },
              crypto,
            })
            said = status
            return status === one.expect
          },
          one.expect,
        )
        const wrongly = judged.outcome === 'wrongly-refused' && said === 'good'
        yield wrongly ? { ...judged, outcome: 'wrongly-accepted' } : judged
      }
    }
  },
}
