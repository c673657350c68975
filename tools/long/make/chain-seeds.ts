/** A chain whose certificates say all that ours can read: names of every form, limits, policies, points. */
import { utf8 } from '@tiemchung/core'
import {
  bytes,
  crlEntry,
  extension,
  forgeCrl,
  integer,
  nameOf,
  oid,
  sequence,
  testKey,
  tlv,
} from '../../../packages/x509/src/certificate/forge.fixture.js'
import { extensionOids } from '../../../packages/x509/src/certificate/oids.js'
import {
  directory,
  fullName,
  numbered,
  points,
  uri,
} from '../../../packages/x509/src/crl/crl.fixture.js'
import {
  at,
  authorityExtensions,
  issuing,
  leaf,
  leafExtensions,
} from '../../../packages/x509/src/path/chain.fixture.js'
import {
  inhibitAnyPolicy,
  policies,
  policyConstraints,
  policyMappings,
} from '../../../packages/x509/src/path/policy.fixture.js'
import type { Situation } from '../corpus-x509.js'
import type { Documents } from './documents.js'

const text = (tag: number, value: string) => tlv(tag, utf8(value))
const keyId = tlv(4, bytes(7, 7, 7))
const subtree = (tag: number, ...names: readonly Uint8Array[]) =>
  tlv(tag, ...names.map((name) => sequence(name)))

const limits = extension(
  extensionOids.nameConstraints,
  sequence(
    subtree(
      0xa0,
      text(0x82, 'a.vn'),
      text(0x81, '.a.vn'),
      text(0x86, '.a.vn'),
      tlv(0x87, bytes(10, 0, 0, 0, 255, 0, 0, 0)),
      directory(sequence(tlv(0x31, sequence(oid('2.5.4.6'), text(0x13, 'VN'))))),
    ),
    subtree(0xa1, text(0x82, 'b.a.vn'), text(0x81, 'x@c.a.vn')),
  ),
  true,
)

const names = extension(
  extensionOids.subjectAltName,
  sequence(
    text(0x82, 'c.a.vn'),
    text(0x81, 'ai@d.a.vn'),
    text(0x86, 'https://e.a.vn/x'),
    tlv(0x87, bytes(10, 1, 2, 3)),
    directory(nameOf('TEST other name')),
    tlv(0xa0, oid('1.2.3.4'), tlv(0xa0, text(0x0c, 'TEST'))),
    tlv(0x88, bytes(0x2a, 3, 4)),
  ),
)

const access = extension(
  extensionOids.authorityInfoAccess,
  sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), uri('http://a.vn/ocsp'))),
)

const authorityKey = testKey()
const above = () =>
  issuing({
    serial: integer(30),
    subject: nameOf('TEST full issuing'),
    key: authorityKey,
    extensions: [
      ...authorityExtensions,
      extension(extensionOids.subjectKeyIdentifier, keyId),
      limits,
      policies('1.2.3.4.1', '1.2.3.4.2'),
      policyMappings(['1.2.3.4.1', '1.2.3.4.7']),
      policyConstraints(1, 2),
      inhibitAnyPolicy(1),
    ],
  })

const below = (serial: number) =>
  leaf(
    {
      serial: integer(serial),
      issuer: nameOf('TEST full issuing'),
      extensions: [
        ...leafExtensions,
        extension(extensionOids.authorityKeyIdentifier, sequence(tlv(0x80, bytes(7, 7, 7)))),
        names,
        access,
        policies('1.2.3.4.7', '1.2.3.4.2'),
        points([fullName(uri('http://a.vn/full.crl'))]),
      ],
    },
    authorityKey,
  )

const revocations = () =>
  forgeCrl(
    {
      issuer: nameOf('TEST full issuing'),
      extensions: [
        numbered(9),
        extension(extensionOids.authorityKeyIdentifier, sequence(tlv(0x80, bytes(7, 7, 7)))),
      ],
      entries: [crlEntry(integer(32))],
    },
    authorityKey,
  )

/** Makes the chain, and says what it comes to. */
export function makeChainSeeds(documents: Documents): readonly Situation[] {
  documents.addAll({
    'full-issuing': above(),
    'full-good': below(31),
    'full-revoked': below(32),
    'full-list': revocations(),
  })
  return (['full-good', 'full-revoked'] as const).map((subject) => ({
    name: subject,
    at: at.toISOString(),
    leaf: subject,
    intermediates: ['full-issuing'],
    anchor: 'root',
    crls: ['root-list', 'full-list'],
    ocsp: [],
    expected: subject === 'full-good' ? 'valid' : 'invalid',
    withheld: [],
  }))
}
