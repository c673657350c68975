/** Answers about the certificates of the same chain: by the authority, by those it named, and by nobody. */
import { toBase64 } from '@tiemchung/core'
import {
  bytes,
  extension,
  integer,
  nameOf,
  sequence,
  testKey,
  tlv,
} from '../../../packages/x509/src/certificate/forge.fixture.js'
import {
  answer,
  byKey,
  byName,
  certificateId,
  forgeResponse,
  responder,
  responderKey,
  revokedFor,
  unknownStatus,
} from '../../../packages/x509/src/ocsp/forge-ocsp.fixture.js'
import { ocspOids } from '../../../packages/x509/src/ocsp/oids.js'
import { at, rootKey } from '../../../packages/x509/src/path/chain.fixture.js'
import type { Question, Situation } from '../corpus-x509.js'
import type { Documents } from './documents.js'

const nonce = bytes(...Array.from({ length: 16 }, (_, index) => index + 1))
const serial = (number: number) => certificateId({ serial: integer(number) })
const revokedAnswer = answer({ id: serial(4), status: revokedFor(1) })

/** An answer about the issuing authority, by the root above it. */
const aboutIssuing = () =>
  forgeResponse(
    {
      responder: byName('TEST root'),
      answers: [
        answer({
          id: certificateId({ serial: integer(2), name: nameOf('TEST root'), key: rootKey }),
        }),
      ],
    },
    rootKey,
  )

function responses(): Readonly<Record<string, Uint8Array>> {
  const certificates = [responder()]
  const delegated = { responder: byName('TEST responder'), certificates }
  const many = Array.from({ length: 9 }, (_, index) => answer({ id: serial(64 + index) }))
  const bySha256 = answer({ id: certificateId({ hash: 'SHA-256' }) })
  return {
    'about-issuing': aboutIssuing(),
    'says-good': forgeResponse(),
    'says-good-nonce': forgeResponse({
      extensions: [extension(ocspOids.nonce, tlv(4, nonce))],
    }),
    'says-good-delegated': forgeResponse(delegated, responderKey),
    'says-good-by-key': forgeResponse(
      { responder: byKey(responderKey), certificates, answers: [...many, bySha256] },
      responderKey,
    ),
    'says-revoked': forgeResponse({ answers: [revokedAnswer] }),
    'says-revoked-delegated': forgeResponse(
      { ...delegated, answers: [...many, revokedAnswer] },
      responderKey,
    ),
    'says-good-of-revoked': forgeResponse({ answers: [answer({ id: serial(4) })] }),
    'says-both': forgeResponse({ answers: [answer({ id: serial(4) }), revokedAnswer] }),
    'says-unknown': forgeResponse({ answers: [answer({ status: unknownStatus })] }),
    'stranger-says-good': forgeResponse({}, testKey()),
    'unnamed-says-good': forgeResponse(
      { ...delegated, certificates: [responder({}, testKey())] },
      responderKey,
    ),
    'try-later': sequence(tlv(0x0a, bytes(3))),
  }
}

type Row = readonly [
  leaf: string,
  ocsp: readonly string[],
  expected: Situation['expected'],
  crls?: readonly string[],
]

const rows: Readonly<Record<string, Row>> = {
  'answered by the authority': ['good', ['says-good'], 'valid'],
  'answered by a responder': ['good', ['says-good-delegated'], 'valid'],
  'answered by the key of a responder': ['good', ['says-good-by-key'], 'valid'],
  'answered, revoked': ['revoked', ['says-revoked'], 'invalid'],
  'answered by a responder, revoked': ['revoked', ['says-revoked-delegated'], 'invalid'],
  'answered both ways': ['revoked', ['says-both'], 'invalid'],
  'answered good, then revoked': ['revoked', ['says-good-of-revoked', 'says-revoked'], 'invalid'],
  'answered good, listed as revoked': [
    'revoked',
    ['says-good-of-revoked'],
    'invalid',
    ['complete'],
  ],
  'answered unknown, listed as good': ['good', ['says-unknown'], 'valid', ['complete']],
  'answered unknown': ['good', ['says-unknown'], 'indeterminate'],
  'answered by a stranger': ['good', ['stranger-says-good'], 'indeterminate'],
  'answered by a responder that nobody named': ['good', ['unnamed-says-good'], 'indeterminate'],
  'not answered': ['good', ['try-later'], 'indeterminate'],
}

/** The sources without which what was revoked counts as good: whoever keeps them back is not noticed. */
const withheld: Readonly<Record<string, readonly string[]>> = {
  'answered good, then revoked': ['says-revoked'],
  'answered good, listed as revoked': ['complete'],
}

const questions: readonly (readonly [string, string, Question['expected']])[] = [
  ['good', 'says-good', 'good'],
  ['good', 'says-good-nonce', 'good'],
  ['good', 'says-good-delegated', 'good'],
  ['good', 'says-good-by-key', 'good'],
  ['revoked', 'says-revoked', 'revoked'],
  ['revoked', 'says-revoked-delegated', 'revoked'],
  ['revoked', 'says-both', 'revoked'],
  ['good', 'says-unknown', 'unknown'],
  ['good', 'says-revoked', 'unknown'],
  ['good', 'stranger-says-good', 'unknown'],
  ['good', 'unnamed-says-good', 'unknown'],
  ['good', 'try-later', 'unknown'],
]

/** Makes the answers, and says what they come to. */
export function makeOcspSeeds(documents: Documents): {
  readonly situations: readonly Situation[]
  readonly questions: readonly Question[]
} {
  documents.addAll(responses())
  const instant = at.toISOString()
  const situations = Object.entries(rows).map(([name, [leaf, ocsp, expected, crls = []]]) => ({
    name,
    at: instant,
    leaf,
    intermediates: ['issuing'],
    anchor: 'root',
    crls,
    ocsp: ['about-issuing', ...ocsp],
    expected,
    withheld: withheld[name] ?? [],
  }))
  const asked = questions.map(([certificate, response, expected]) => ({
    name: `${certificate}: ${response}`,
    at: instant,
    certificate,
    issuer: 'issuing',
    response,
    ...(response === 'says-good-nonce' ? { nonce: toBase64(nonce) } : {}),
    expected,
  }))
  return { situations, questions: asked }
}
