import { deflateSync } from 'node:zlib'
import { equalBytes, type JsonValue, toHex } from '@tiemchung/core'
import { trustedKeys, verifyCertificate } from '@tiemchung/certificates'
import {
  decodeBase45,
  decodeCbor,
  decodeCertificate,
  defaultLimits,
  encodeBase45,
  encodeCbor,
  envelopeTolerances,
} from '@tiemchung/certificates/envelope'
import { parseRevocationList } from '@tiemchung/certificates/revocation'
import { loadTrustList } from '@tiemchung/certificates/trust'
import {
  certificateCheckIds,
  checkPayload,
  payloadTolerances,
} from '@tiemchung/certificates/verify'
import { bytesOf, corpus, corpusInstant, marks } from '../corpus.js'
import { attempt, attemptNow, endOf, mustKeepSilent } from '../judge.js'
import { must, refused, value, type Outcome } from '../long-run.js'
import { flipBit, mutateBytes } from '../mutate-bytes.js'
import { mutateJson } from '../mutate-json.js'
import { mutateText } from '../mutate-text.js'
import type { Random } from '../random.js'
import { mutateCbor } from './cbor-tree.js'
import { family, type Kind, type Kinds } from './family.js'

/** What a signature of the corpus stands for: what it is about, and the signature itself. */
type Meaning = string

function meaningOf(text: string): Meaning {
  const { protectedHeader, payload, signature } = decodeCertificate(text).bytes
  return [protectedHeader, payload, signature].map(toHex).join('.')
}

const textAround = (cose: Uint8Array): string =>
  `HC1:${encodeBase45(new Uint8Array(deflateSync(cose)))}`

function trustOf() {
  return trustedKeys(
    corpus().certificates.map(({ keyId, spki }) => ({
      keyId: bytesOf(keyId),
      key: bytesOf(spki),
      country: 'VN',
      notBefore: new Date('2022-01-01T00:00:00Z'),
      notAfter: new Date('2024-01-01T00:00:00Z'),
    })),
  )
}

/** A bomb: a short text that inflates far beyond the limit is refused by its size, and at once. */
const bomb: Kind = (random) => {
  const size = 65_537 + random.below(3_000_000)
  const fill = random.pick([0, 0x80, 0x81, 0xa0, 0x5f, 0xff])
  const text = textAround(new Uint8Array(size).fill(fill))
  const tried = attemptNow(() => decodeCertificate(text))
  must('error' in tried, 'a bomb was decoded')
  const code = text.length > defaultLimits.textLength ? 'length' : 'inflate.too-large'
  must(tried.error.code === `envelope.${code}`, `a bomb ended in ${tried.error.code}`)
  return refused
}

const base45: (texts: readonly string[]) => Kind = (texts) => (random) => {
  const text = mutateText(random, texts).slice(4)
  const tried = attemptNow(() => decodeBase45(text))
  if ('answer' in tried) must(encodeBase45(tried.answer) === text, 'Base45 has two texts')
  return endOf(tried)
}

const cbor: (coses: readonly Uint8Array[]) => Kind = (coses) => (random) => {
  const bytes = mutateBytes(random, coses)
  const loose = random.chance(0.5)
  const tried = attemptNow(() => decodeCbor(bytes, { indefiniteLengths: loose, longForms: loose }))
  if ('error' in tried) {
    must(tried.error.code.startsWith('envelope.cbor.'), `CBOR refused by ${tried.error.code}`)
    return refused
  }
  const again = encodeCbor(tried.answer)
  const back = decodeCbor(again, { indefiniteLengths: false, longForms: false })
  must(equalBytes(encodeCbor(back), again), 'CBOR is not stable after one round')
  return value
}

/** The schema's own reader, over payloads that nobody signed. */
const payloads: (texts: readonly string[]) => Kind = (texts) => {
  const sound = texts.map((text) => decodeCertificate(text).unverified.payload)
  return (random) => {
    const payload = mutateJson(random, random.pick(sound)) as JsonValue
    const granted = random.chance(0.5) ? { tolerances: payloadTolerances } : {}
    const tried = attemptNow(() => checkPayload(payload, granted))
    if ('error' in tried) return refused
    mustKeepSilent(tried.answer.issues, marks)
    return tried.answer.payload === undefined ? refused : value
  }
}

const lists: () => Kind = () => {
  const { certificates, country } = corpus()
  const trustList = {
    format: 'trust-list/1',
    version: '1',
    issuedAt: '2022-06-01T00:00:00Z',
    nextUpdate: '2022-07-01T00:00:00Z',
    items: certificates.map(({ certificate }) => ({ certificate, country: 'VN' })),
  }
  const revocationList = {
    ...trustList,
    items: undefined,
    format: 'revocation-list/1',
    groups: [{ keyId: certificates[0]?.keyId, hashType: 'SIGNATURE', hashes: [] }],
  }
  const anchors = [{ certificate: bytesOf(country), country: 'VN' }]
  return async (random) => {
    if (random.chance(0.5)) {
      return endOf(attemptNow(() => parseRevocationList(mutateJson(random, revocationList))))
    }
    const document = mutateJson(random, trustList)
    return endOf(await attempt(() => loadTrustList(document, { anchors, at: corpusInstant })))
  }
}

function verifier(known: ReadonlySet<Meaning>) {
  const options = { trust: trustOf(), at: corpusInstant }
  /** Whatever the text: a report with every check, and valid only for what was signed. */
  return async (text: string): Promise<Outcome> => {
    const report = await verifyCertificate(text, options)
    must(
      report.checks.length === certificateCheckIds.length &&
        report.checks.every((check, index) => check.id === certificateCheckIds[index]),
      'the report does not list every check',
    )
    mustKeepSilent(report.checks, marks)
    if (report.verdict !== 'valid') {
      must(!('claims' in report), 'claims of a certificate that is not valid')
      return refused
    }
    must(known.has(meaningOf(text)), 'valid, and nobody signed it')
    return value
  }
}

function decoding(text: string, random: Random): Outcome {
  const options = random.chance(0.5) ? { tolerances: envelopeTolerances } : {}
  const tried = attemptNow(() => decodeCertificate(text, options))
  if ('error' in tried) {
    must(tried.error.code.startsWith('envelope.'), `a text refused by ${tried.error.code}`)
    mustKeepSilent(tried.error, marks)
    return refused
  }
  must(tried.answer.bytes.cose.length <= defaultLimits.inflatedBytes, 'inflated beyond the limit')
  return value
}

function kinds(): Kinds {
  const texts = corpus().certificates.map(({ text }) => text)
  const coses = texts.map((text) => decodeCertificate(text).bytes.cose)
  const packed = texts.map((text) => decodeBase45(text.slice(4)))
  const judge = verifier(new Set(texts.map(meaningOf)))
  return [
    [
      30,
      async (random) => {
        const outcome = await judge(textAround(flipBit(random.pick(coses), random)))
        must(outcome.end !== 'value', 'valid after one bit of the COSE was turned')
        return outcome
      },
    ],
    [15, (random) => judge(textAround(mutateBytes(random, coses)))],
    [15, (random) => judge(textAround(mutateCbor(random, random.pick(coses))))],
    [5, payloads(texts)],
    [10, (random) => judge(`HC1:${encodeBase45(mutateBytes(random, packed))}`)],
    [15, (random) => judge(mutateText(random, texts))],
    [8, (random) => decoding(textAround(mutateBytes(random, coses)), random)],
    [4, (random) => decoding(mutateText(random, texts), random)],
    [4, base45(texts)],
    [4, cbor(coses)],
    [1, lists()],
    [0.2, bomb],
  ]
}

/** Health certificates: text, Base45, zlib, CBOR, COSE, verdicts, lists of trust and revocation. */
export const certificates = family(
  'certificates',
  'health certificates: only what was signed is valid, bombs stop at the limit',
  kinds,
)
