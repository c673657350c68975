/** Tokens under the same chain: by its timestamp authority, in every form, and by others. */
import { toBase64 } from '@tiemchung/core'
import {
  bytes,
  crlEntry,
  extension,
  integer,
  keyUsage,
  nameOf,
  oid,
  sequence,
  testKey,
  tlv,
} from '../../../packages/x509/src/certificate/forge.fixture.js'
import { extensionOids } from '../../../packages/x509/src/certificate/oids.js'
import { list, numbered } from '../../../packages/x509/src/crl/crl.fixture.js'
import {
  authority,
  authorityCertificate,
  contentTypeAttribute,
  digest,
  digestAttribute,
  forgeInfo,
  forgeReply,
  forgeToken,
  imprintOf,
  issuerAndSerial,
  meant,
  meantBySha1,
  message,
  stamps,
} from '../../../packages/x509/src/timestamp/forge-token.fixture.js'
import type { Stamp } from '../corpus-x509.js'
import type { Documents } from './documents.js'

const nonce = bytes(0x31, 2, 3, 4, 5, 6, 7, 8)
const stated = '2022-06-15T00:00:00.000Z'

const fullInfo = () =>
  forgeInfo({
    imprint: imprintOf('SHA-512'),
    time: '20220615000000.25Z',
    accuracy: sequence(integer(1), tlv(0x80, bytes(100)), tlv(0x81, bytes(50))),
    ordering: tlv(1, bytes(0xff)),
    nonce: tlv(2, nonce),
    authority: tlv(0xa0, tlv(0xa4, nameOf('TEST time'))),
    extensions: [extension('1.2.3.4.9', bytes(5, 0))],
  })

/** A token whose signer is named by the identifier of its key. */
function namedByKey(): Uint8Array {
  const keyId = extension(extensionOids.subjectKeyIdentifier, tlv(4, bytes(9, 9)))
  const certificate = authority({ extensions: [keyUsage('digitalSignature'), stamps, keyId] })
  const signerId = tlv(0x80, bytes(9, 9))
  return forgeToken({ certificate, signerId, signerVersion: integer(3) })
}

function meantTwice(): Uint8Array {
  const info = forgeInfo()
  const attributes = [
    contentTypeAttribute(),
    digestAttribute(digest('SHA-256', info)),
    meantBySha1(authorityCertificate),
    meant(authorityCertificate, { hash: 'SHA-384' }),
  ]
  return forgeToken({ info, attributes, unsigned: tlv(0xa1, sequence(oid('1.2.3.4'), tlv(0x31))) })
}

function tokens(): Readonly<Record<string, Uint8Array>> {
  const early = forgeInfo({ time: '20220201000000Z', serial: integer(0x12) })
  const otherAuthority = authority({ serial: integer(15) })
  const revoked = { certificate: otherAuthority, signerId: issuerAndSerial(undefined, integer(15)) }
  return {
    token: forgeToken(),
    'token-early': forgeToken({ info: early }),
    'token-full': forgeToken({ info: fullInfo() }),
    'token-by-key': namedByKey(),
    'token-meant-twice': meantTwice(),
    'token-without-certificate': forgeToken({ certificates: [] }),
    'token-of-stranger': forgeToken({ key: testKey() }),
    'token-of-revoked': forgeToken(revoked),
  }
}

type Row = Pick<Stamp, 'expected'> & Partial<Stamp>

const rows: Readonly<Record<string, Row>> = {
  token: { expected: 'valid', response: 'reply', crls: ['root-list', 'complete'] },
  'token-early': { expected: 'valid', time: '2022-02-01T00:00:00.000Z' },
  'token-full': {
    expected: 'valid',
    response: 'reply-full',
    time: '2022-06-15T00:00:00.250Z',
    nonce: toBase64(nonce),
  },
  'token-by-key': { expected: 'valid' },
  'token-meant-twice': { expected: 'valid' },
  'token-without-certificate': {
    expected: 'valid',
    intermediates: ['issuing', 'authority'],
  },
  'token-of-stranger': { expected: 'invalid', response: 'reply-of-stranger' },
  'token-of-revoked': { expected: 'invalid', crls: ['root-list', 'list-with-authority'] },
}

/** Makes the tokens and their responses, and says what they come to. */
export function makeTokenSeeds(documents: Documents): readonly Stamp[] {
  const all = tokens()
  documents.addAll(all)
  documents.addAll({
    message,
    authority: authorityCertificate,
    reply: forgeReply(0, all['token']),
    'reply-full': forgeReply(1, all['token-full'], sequence(tlv(0x0c, bytes(0x6f, 0x6b)))),
    'reply-of-stranger': forgeReply(0, all['token-of-stranger']),
    'reply-refused': forgeReply(2, bytes(), tlv(3, bytes(7, 0x80))),
    'list-with-authority': list({
      extensions: [numbered(6)],
      entries: [crlEntry(integer(15))],
    }),
  })
  return Object.entries(rows).map(([token, row]) => ({
    name: token,
    token,
    message: 'message',
    intermediates: ['issuing'],
    anchor: 'root',
    time: stated,
    ...row,
  }))
}
