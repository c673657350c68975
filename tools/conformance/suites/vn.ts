import { equalBytes, toHex } from '@tiemchung/core'
import {
  type CborMap,
  decodeBase45,
  decodeCbor,
  decodeCertificate,
  encodeCertificate,
  prepareCertificate,
} from '@tiemchung/certificates/envelope'
import { decision5772, issueCertificate, standardiseName } from '@tiemchung/certificates/issue'
import { revocationSubjectOf } from '@tiemchung/certificates/revocation'
import {
  checkPayload,
  type HealthCertificatePayload,
  trustedKeys,
  verifyCertificate,
} from '@tiemchung/certificates/verify'
import { bytesOfHex } from '../read-case.js'
import { same } from '../same.js'
import { type CaseOutcome, judge, type Suite, type SuiteWorld } from '../suite.js'

interface Sample {
  readonly qr: string
  readonly cose: string
  readonly protected: { readonly alg: number; readonly kid: string }
  readonly unprotected: object
  readonly claims: {
    readonly '1': string
    readonly '4': number
    readonly '6': number
    readonly '-260': { readonly '1': HealthCertificatePayload }
  }
  readonly claimOrder: readonly number[]
  readonly signatureBytes: number
  readonly zlibHeader: string
}

type Question = (sample: Sample) => boolean | Promise<boolean>

const strictly = ({ qr }: Sample) => decodeCertificate(qr, { tolerances: [] })
const payloadOf = ({ claims }: Sample) => claims['-260']['1']

const contentOf = (sample: Sample) => ({
  algorithm: sample.protected.alg,
  keyId: bytesOfHex(sample.protected.kid),
  issuer: sample.claims['1'],
  issuedAt: sample.claims['6'],
  expiresAt: sample.claims['4'],
  payload: { ...payloadOf(sample) } as never,
})

const atIssue = ({ claims }: Sample) => new Date(claims['6'] * 1000)

/** What is true of the sample, and of the one that we would make. */
const assertions: Readonly<Record<string, Question>> = {
  'decodes without a liberty': (sample) => strictly(sample).tolerances.length === 0,
  'COSE bytes': (sample) => equalBytes(strictly(sample).bytes.cose, bytesOfHex(sample.cose)),
  'zlib header': ({ qr, zlibHeader }) =>
    toHex(decodeBase45(qr.slice(4)).subarray(0, 2)) === zlibHeader,
  algorithm: (sample) =>
    same(strictly(sample).header.algorithm, {
      value: sample.protected.alg,
      place: 'protected',
    }),
  'key id': (sample) => {
    const { keyId } = strictly(sample).header
    return keyId?.place === 'protected' && toHex(keyId.value) === sample.protected.kid
  },
  claims: (sample) => {
    const { unverified } = strictly(sample)
    const { claims } = sample
    const times = unverified.issuedAt === claims['6'] && unverified.expiresAt === claims['4']
    return times && unverified.issuer === claims['1']
  },
  payload: (sample) => same(strictly(sample).unverified.payload, payloadOf(sample)),
  'order of claims': (sample) => {
    const claims = decodeCbor(strictly(sample).bytes.payload) as CborMap
    return same([...claims.keys()], sample.claimOrder)
  },
  'length of the signature': (sample) =>
    strictly(sample).bytes.signature.length === sample.signatureBytes,
  schema: (sample) => checkPayload(payloadOf(sample) as never).issues.length === 0,
  names: (sample) => {
    const { fn = '', fnt, gn = '', gnt } = payloadOf(sample).nam
    return standardiseName(fn) === fnt && standardiseName(gn) === gnt
  },
  'what it would be revoked by': (sample) => {
    const subject = revocationSubjectOf(sample.qr)
    const id = payloadOf(sample).v?.[0].ci
    return subject.algorithm === 'PS256' && subject.certificateId === id && subject.country === 'VN'
  },
  'our bytes are the same': (sample) => {
    const { bytes } = strictly(sample)
    const unsigned = prepareCertificate(contentOf(sample))
    const signed = encodeCertificate(unsigned, bytes.signature)
    return equalBytes(signed.cose, bytes.cose)
  },
}

/** What must not happen with it, as its key is not to be had and its codes do not belong together. */
function* refusals(id: string, sample: Sample, world: SuiteWorld): Iterable<Promise<CaseOutcome>> {
  const at = atIssue(sample)
  const verdict = async (keys: Parameters<typeof trustedKeys>[0]) => {
    const trust = trustedKeys(keys)
    return (await verifyCertificate(sample.qr, { trust, at, crypto: world.crypto })).verdict
  }
  yield judge(
    `${id}: without its key is open`,
    true,
    async () => (await verdict([])) === 'indeterminate',
  )
  yield judge(`${id}: by a stranger's key`, false, async () => {
    const keyId = bytesOfHex(sample.protected.kid)
    return (await verdict([{ keyId, key: strangersKey, country: 'VN' }])) === 'valid'
  })
  yield judge(`${id}: issued with its codes`, false, async () => {
    const sign = () => Promise.resolve(new Uint8Array(64))
    const signer = { algorithm: 'ES256', chain: [], sign } as const
    const options = { signer, issuedAt: at, keyId: new Uint8Array(8), policy: decision5772 }
    const { text } = await issueCertificate(payloadOf(sample), options)
    return text !== ''
  })
}

/** An RSA key of nobody's, in SubjectPublicKeyInfo: only its size is that of the sample's. */
const strangersKey = bytesOfHex(
  `30820122300d06092a864886f70d01010105000382010f003082010a0282010100${'c1'.repeat(256)}0203010001`,
)

/** Viet Nam's own sample: everything that can be said of it without its key. */
export const vn: Suite = {
  name: 'vn',
  folder: 'vn',
  files: /\.json$/,
  whole: true,
  *judge({ id, value }, world) {
    const sample = value as Sample
    if (typeof sample.qr !== 'string') throw new TypeError('a sample without its text')
    for (const [name, holds] of Object.entries(assertions)) {
      yield judge(`${id}: ${name}`, true, () => holds(sample))
    }
    yield* refusals(id, sample, world)
  },
}
