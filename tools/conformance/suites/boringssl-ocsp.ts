import { hardFail, legacyAlgorithms, ocspStatus } from '@tiemchung/x509'
import { bytesOfBase64, casesIn, instantOf } from '../read-case.js'
import { type CaseOutcome, judge, type Suite, type SuiteWorld } from '../suite.js'

interface Case {
  readonly expect: 'good' | 'revoked' | 'unknown'
  readonly response: string
  readonly issuer: string
  readonly cert: string
}

interface Vectors {
  readonly time: string
  readonly maxAgeSeconds: number
}

/** The responses of the set are signed over SHA-1, and its responders say nothing of their own revocation. */
const policy = { ...hardFail, acceptsUncheckedResponders: true }

async function statusOf(
  one: Partial<Case>,
  { time, maxAgeSeconds }: Vectors,
  { crypto }: SuiteWorld,
): Promise<Case['expect']> {
  const { status } = await ocspStatus({
    certificate: bytesOfBase64(one.cert),
    issuer: bytesOfBase64(one.issuer),
    responses: [bytesOfBase64(one.response)],
    at: instantOf(time),
    policy: { ...policy, longestAge: maxAgeSeconds },
    algorithms: legacyAlgorithms,
    crypto,
  })
  return status
}

async function judgeCase(
  id: string,
  one: Partial<Case>,
  vectors: Vectors,
  world: SuiteWorld,
): Promise<CaseOutcome> {
  let said: string | undefined
  const ask = async () => {
    said = await statusOf(one, vectors, world)
    return said === one.expect
  }
  const judged = await judge(id, true, ask, one.expect)
  const wrongly = judged.outcome === 'wrongly-refused' && said === 'good'
  return wrongly ? { ...judged, outcome: 'wrongly-accepted' } : judged
}

/** BoringSSL's OCSP responses: what each says of its certificate. `good` where it must not is an acceptance. */
export const boringsslOcsp: Suite = {
  name: 'boringssl-ocsp',
  folder: 'boringssl-pki',
  files: /^ocsp\.[^/]+\.json$/,
  whole: true,
  *judge(item, world) {
    for (const [id, one] of casesIn<Case>(item, 'cases')) {
      yield judgeCase(id, one, item.value as Vectors, world)
    }
  },
}
