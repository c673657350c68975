/** Dates, names, signatures, algorithms, keys, versions and serial numbers. */
import { utf8 } from '@tiemchung/core'
import { attributeOids, extensionOids } from '@tiemchung/x509'
import { bytes, crlNumber, integer, sequence, tlv } from '../der.js'
import { alternativeNames, directory } from '../general-names.js'
import { authorityKeyId, subjectKeyId } from '../draw-chain.js'
import { type KeyName, keyOf } from '../keys.js'
import { changed, strings } from '../names.js'
import {
  anchorOf,
  type CasePlan,
  type CertificatePlan,
  issuerOf,
  leafOf,
  type ListPlan,
} from '../plan.js'
import { algorithmsOf, identifiers, pssIdentifier, pssSign, weakAlgorithmOf } from '../sign.js'
import {
  anyOf,
  authorityOf,
  belowAnchor,
  type Fault,
  harmless,
  withMiddle,
  write,
  wrong,
} from './fault.js'

const second = 1000
const later = ({ at }: CasePlan, seconds: number) => new Date(at.getTime() + seconds * second)
const time = (text: string) => tlv(text.length === 13 ? 0x17 : 0x18, utf8(text))
const utc = (text: string) => tlv(0x17, utf8(text))

const dates: readonly Fault[] = [
  harmless('last-second', (plan, draw) => {
    anyOf(plan, draw).notAfter = plan.at
  }),
  harmless('first-second', (plan, draw) => {
    anyOf(plan, draw).notBefore = plan.at
  }),
  wrong('expired', (plan, draw) => {
    anyOf(plan, draw).notAfter = later(plan, -1 - draw.random.below(1000))
  }),
  wrong('not-yet-valid', (plan, draw) => {
    anyOf(plan, draw).notBefore = later(plan, 1 + draw.random.below(1000))
  }),
  wrong(
    'two-digit-year-for-2050',
    write(anyOf, () => ({ notAfter: time('500101000000Z') })),
  ),
  wrong(
    'four-digit-year-before-2050',
    write(anyOf, () => ({ notAfter: time('20491231235959Z') })),
  ),
  wrong(
    'fraction-of-a-second',
    write(anyOf, () => ({ notAfter: time('20491231235959.5Z') })),
  ),
  wrong(
    'time-without-seconds',
    write(anyOf, () => ({ notAfter: utc('4912312359Z') })),
  ),
  wrong(
    'time-with-an-offset',
    write(anyOf, () => ({ notAfter: utc('491231235959+0700') })),
  ),
  wrong(
    'month-that-is-none',
    write(anyOf, () => ({ notAfter: time('491331235959Z') })),
  ),
  wrong(
    'day-that-is-none',
    write(anyOf, () => ({ notAfter: time('490230235959Z') })),
  ),
]

/** Gives a certificate another key, and whoever it issued another signer. */
export function rekey(plan: CasePlan, one: CertificatePlan, key: KeyName): void {
  const below = plan.chain[plan.chain.indexOf(one) - 1]
  for (const list of plan.lists.filter(({ signer }) => signer === one.key)) resignList(list, key)
  one.key = key
  if (one.extensions.has(extensionOids.subjectKeyIdentifier)) {
    one.extensions.set(extensionOids.subjectKeyIdentifier, subjectKeyId(key))
  }
  if (one === anchorOf(plan)) resignBy(one, key)
  if (below !== undefined) resignBy(below, key)
}

/** Has another key sign a list. */
export function resignList(list: ListPlan, key: KeyName): void {
  list.signer = key
  list.algorithm = algorithmsOf(key)[0] ?? list.algorithm
  list.fields = { ...list.fields, extensions: [authorityKeyId(keyOf(key).keyId), crlNumber] }
}

/** Has another key sign a certificate. */
export function resignBy(one: CertificatePlan, key: KeyName): void {
  one.signer = key
  one.algorithm = algorithmsOf(key)[0] ?? one.algorithm
  one.extensions.set(extensionOids.authorityKeyIdentifier, authorityKeyId(keyOf(key).keyId))
}

/** Gives a certificate another name, and whoever it issued another issuer. */
function rename(plan: CasePlan, one: CertificatePlan, name: CertificatePlan['subject']): void {
  const below = plan.chain[plan.chain.indexOf(one) - 1]
  for (const list of plan.lists) if (list.issuer === one.subject) list.issuer = name
  one.subject = name
  if (one === anchorOf(plan)) one.issuer = name
  if (below !== undefined) below.issuer = name
}

/** Spells the issuer in a certificate otherwise than the authority spells it. */
const spelled =
  (
    text: string,
    other: string,
    tag: number = strings.utf8,
    otherTag: number = tag,
  ): Fault['change'] =>
  (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const above = issuerOf(plan, one)
    const name = changed(above.subject, attributeOids.commonName, () => ({ text, tag }))
    rename(plan, above, name)
    one.issuer = changed(name, attributeOids.commonName, () => ({ text: other, tag: otherTag }))
  }

const ownName = (plan: CasePlan) => alternativeNames([directory(leafOf(plan).subject)])

const names: readonly Fault[] = [
  wrong('issuer-name-mismatch', (plan, draw) => {
    belowAnchor(plan, draw).issuer = draw.name()
  }),
  wrong('issuer-name-reordered', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    one.issuer = [...one.issuer].reverse()
  }),
  wrong('issuer-empty', (plan) => {
    rename(plan, anchorOf(plan), [])
  }),
  wrong('subject-empty', (plan) => {
    leafOf(plan).subject = []
    leafOf(plan).extensions.delete(extensionOids.subjectAltName)
  }),
  wrong('subject-empty-names-not-critical', (plan) => {
    leafOf(plan).extensions.set(extensionOids.subjectAltName, ownName(plan))
    leafOf(plan).subject = []
  }),
  harmless('subject-empty-names-critical', (plan) => {
    const names = alternativeNames([directory(leafOf(plan).subject)], true)
    leafOf(plan).extensions.set(extensionOids.subjectAltName, names)
    leafOf(plan).subject = []
  }),
  harmless('issuer-other-case', spelled('TEST Tram Y Te', 'test TRAM y tE')),
  harmless('issuer-other-case-beyond-ascii', spelled('TEST Trạm ĐẦU', 'TEST Trạm đầu')),
  harmless('issuer-composed-otherwise', spelled('TEST Trạm Ế', 'TEST Trạm Ế'.normalize('NFD'))),
  harmless('issuer-other-blanks', spelled('TEST Tram Mot', '  TEST   Tram Mot ')),
  wrong('issuer-in-teletex', spelled('TEST Tram', 'TEST Tram', strings.utf8, strings.teletex)),
  wrong('issuer-in-bmp', spelled('TEST Tram', 'TEST Tram', strings.utf8, strings.bmp)),
  harmless('issuer-and-subject-in-teletex', spelled('TEST Tram', 'TEST Tram', strings.teletex)),
]

const flip = (signature: Uint8Array, at: number) =>
  signature.map((octet, index) => (index === at ? octet ^ 1 : octet))

const signatures: readonly Fault[] = [
  wrong('signature-changed', (plan, draw) => {
    const { random } = draw
    belowAnchor(plan, draw).resign = (signature) =>
      flip(signature, 8 + random.below(signature.length - 8))
  }),
  wrong('content-changed', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    one.rewrite = (der) => {
      const at = Buffer.from(der).indexOf(keyOf(one.key).keyId.subarray(4))
      return flip(der, at === -1 ? der.indexOf(0x55) + 30 : at)
    }
    one.extensions.set(extensionOids.subjectKeyIdentifier, subjectKeyId(one.key))
  }),
  wrong('signed-by-a-stranger', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const kind = (/^[^/]+/.exec(one.signer) ?? [''])[0]
    one.signer = draw.key(new RegExp(`^(?:${kind}|P-256|P-384)/`))
    one.algorithm = algorithmsOf(one.signer)[0] ?? one.algorithm
  }),
  wrong('signature-with-a-byte-more', (plan, draw) => {
    belowAnchor(plan, draw).resign = (signature) => new Uint8Array([...signature, 0])
  }),
  wrong('signature-lengths-not-minimal', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const above = issuerOf(plan, one)
    if (!above.key.startsWith('P-')) rekey(plan, above, draw.key(/^P-256/))
    one.resign = (signature) => {
      const body = signature.subarray((signature[1] ?? 0) > 0x80 ? 3 : 2)
      return new Uint8Array([0x30, 0x82, 0, body.length, ...body])
    }
  }),
  wrong('algorithms-differ', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const others = ['ecdsa-sha256', 'ecdsa-sha384', 'rsa-sha256', 'rsa-sha512'] as const
    const other = draw.random.pick(others.filter((name) => name !== one.algorithm))
    one.fields = { ...one.fields, innerAlgorithm: identifiers[other] }
    one.fields = { ...one.fields, outerAlgorithm: identifiers[one.algorithm] }
  }),
  wrong('sha-1', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const above = issuerOf(plan, one)
    if (above.key.startsWith('Ed')) rekey(plan, above, draw.key(/^(?:P|RSA)-/))
    one.algorithm = weakAlgorithmOf(above.key)
  }),
  harmless('sha-1-at-the-anchor', (plan, draw) => {
    const anchor = anchorOf(plan)
    if (anchor.key.startsWith('Ed')) rekey(plan, anchor, draw.key(/^(?:P|RSA)-/))
    anchor.algorithm = weakAlgorithmOf(anchor.key)
  }),
  harmless('anchor-signature-changed', (plan) => {
    anchorOf(plan).resign = (signature) => flip(signature, signature.length - 1)
  }),
  wrong('ecdsa-with-null', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const above = issuerOf(plan, one)
    if (!above.key.startsWith('P-')) rekey(plan, above, draw.key(/^P-/))
    one.algorithm = 'ecdsa-sha256'
    const innerAlgorithm = sequence(identifiers['ecdsa-sha256'].subarray(2), tlv(0x05))
    one.fields = { ...one.fields, innerAlgorithm }
  }),
  harmless('rsa-without-null', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const above = issuerOf(plan, one)
    if (!above.key.startsWith('RSA')) rekey(plan, above, draw.key(/^RSA/))
    one.algorithm = 'rsa-sha256'
    const innerAlgorithm = sequence(identifiers['rsa-sha256'].subarray(2, 13))
    one.fields = { ...one.fields, innerAlgorithm }
  }),
  wrong('pss-with-a-short-salt', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    const above = issuerOf(plan, one)
    if (!above.key.startsWith('RSA')) rekey(plan, above, draw.key(/^RSA/))
    one.algorithm = 'pss-sha256'
    one.fields = { ...one.fields, innerAlgorithm: pssIdentifier('sha256', 20) }
    one.resign = (_, tbs) => pssSign(above.key, 'sha256', tbs, 20)
  }),
]

const keyed = (id: string, kind: KeyName): Fault =>
  wrong(id, (plan) => {
    rekey(plan, leafOf(plan), kind)
  })

const keys: readonly Fault[] = [
  wrong('rsa-1024', (plan, draw) => {
    rekey(plan, anyOf(plan, draw), 'RSA-1024/0')
  }),
  harmless('rsa-exponent-3', (plan, draw) => {
    rekey(plan, anyOf(plan, draw), 'RSA-2048-exponent-3/0')
  }),
  keyed('key-on-secp256k1', 'secp256k1/0'),
  keyed('key-on-secp224r1', 'secp224r1/0'),
  keyed('key-on-brainpool', 'brainpoolP256r1/0'),
  keyed('key-of-ed448', 'Ed448/0'),
  keyed('key-for-pss-alone', 'RSA-PSS-2048/0'),
]

const version = (number: number) => tlv(0xa0, integer(number))
const serial = (id: string, ...octets: readonly number[]): Fault =>
  wrong(
    id,
    write(anyOf, () => ({ serial: integer(...octets) })),
  )
const ones = (length: number) => Array.from({ length }, () => 0x11)

const numbers: readonly Fault[] = [
  wrong(
    'version-1-with-extensions',
    write(anyOf, () => ({ version: bytes() })),
  ),
  wrong(
    'version-2-with-extensions',
    write(anyOf, () => ({ version: version(1) })),
  ),
  wrong(
    'version-4',
    write(anyOf, () => ({ version: version(3) })),
  ),
  wrong(
    'version-1-leaf',
    (plan) => {
      const leaf = leafOf(plan)
      leaf.extensions.clear()
      leaf.fields = { ...leaf.fields, version: bytes() }
    },
    { purpose: undefined, policy: false },
  ),
  wrong(
    'version-1-authority',
    (plan, draw) => {
      const one = authorityOf(plan, draw)
      one.extensions.clear()
      one.fields = { ...one.fields, version: bytes() }
    },
    withMiddle,
  ),
  wrong(
    'version-1-written',
    write(anyOf, () => ({ version: version(0) })),
  ),
  serial('serial-zero', 0),
  serial('serial-negative', 0x80, 1),
  serial('serial-of-21-octets', ...ones(21)),
  harmless(
    'serial-of-20-octets',
    write(anyOf, () => ({ serial: integer(...ones(20)) })),
  ),
  serial('serial-not-minimal', 0, 0x11),
]

export const basics: readonly Fault[] = [...dates, ...names, ...signatures, ...keys, ...numbers]
