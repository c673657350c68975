/** Extensions that are missing, wrong, malformed, doubled, or critical where they should not be. */
import { extensionOids } from '@tiemchung/x509'
import {
  basicConstraints,
  bytes,
  extendedKeyUsage,
  extension,
  integer,
  keyUsage,
  oid,
  sequence,
  tlv,
} from '../der.js'
import { authorityKeyId, subjectKeyId, unknownExtension } from '../draw-chain.js'
import { address, alternativeNames, dns } from '../general-names.js'
import { keyOf } from '../keys.js'
import { anchorOf, type CasePlan, leafOf, type Shape, sure } from '../plan.js'
import {
  anyOf,
  authorityOf,
  belowAnchor,
  drop,
  type Fault,
  harmless,
  middleOf,
  placeOf,
  put,
  splice,
  withMiddle,
  write,
  wrong,
} from './fault.js'

const {
  authorityKeyIdentifier,
  basicConstraints: constraintsOid,
  extendedKeyUsage: extendedOid,
  keyUsage: usageOid,
  subjectAltName,
  subjectKeyIdentifier,
} = extensionOids

const leaf = (plan: CasePlan) => leafOf(plan)
const otherUsage = '1.3.6.1.5.5.7.3.9'
const authorityUsages = keyUsage('keyCertSign', 'cRLSign')
const extended: Partial<Shape> = { purpose: 'client' }

const authorities: readonly Fault[] = [
  wrong(
    'not-an-authority',
    put(authorityOf, constraintsOid, () => basicConstraints(false)),
  ),
  wrong('no-basic-constraints', drop(authorityOf, constraintsOid)),
  wrong(
    'basic-constraints-not-critical',
    put(authorityOf, constraintsOid, () => extension(constraintsOid, sequence(tlv(1, bytes(255))))),
  ),
  wrong(
    'path-too-long',
    (plan, draw) => {
      const index = 2 + draw.random.below(plan.chain.length - 2)
      const limit = draw.random.below(index - 1)
      sure(plan.chain[index]).extensions.set(constraintsOid, basicConstraints(true, limit))
    },
    withMiddle,
  ),
  wrong(
    'no-key-cert-sign',
    put(authorityOf, usageOid, () => keyUsage('cRLSign')),
  ),
  wrong('authority-without-key-usage', drop(authorityOf, usageOid)),
  wrong(
    'leaf-with-a-path-length',
    put(leaf, constraintsOid, () => extension(constraintsOid, sequence(integer(0)), true)),
  ),
  wrong(
    'leaf-with-key-cert-sign',
    put(leaf, usageOid, () => keyUsage('digitalSignature', 'keyCertSign')),
    { purpose: undefined },
  ),
  harmless(
    'leaf-is-an-authority',
    (plan) => {
      const { extensions, key } = leafOf(plan)
      extensions.set(constraintsOid, basicConstraints(true))
      extensions.set(usageOid, keyUsage('digitalSignature', 'keyCertSign'))
      extensions.set(subjectKeyIdentifier, subjectKeyId(key))
    },
    { purpose: undefined },
  ),
  harmless('path-length-does-not-count-the-leaf', (plan) => {
    sure(plan.chain[1]).extensions.set(constraintsOid, basicConstraints(true, 0))
  }),
]

const usages: readonly Fault[] = [
  wrong(
    'leaf-of-another-usage',
    put(leaf, extendedOid, () => extendedKeyUsage(otherUsage)),
    {
      purpose: 'mail',
    },
  ),
  wrong(
    'leaf-of-any-usage',
    put(leaf, extendedOid, () => extendedKeyUsage('2.5.29.37.0')),
    extended,
  ),
  wrong(
    'authority-of-another-usage',
    put(authorityOf, extendedOid, () => extendedKeyUsage(otherUsage)),
    extended,
  ),
  wrong(
    'stamp-authority-of-another-usage',
    put(middleOf, extendedOid, () => extendedKeyUsage(otherUsage)),
    (draw) => ({ intermediates: 1 + draw.random.below(3), purpose: 'stamp' }),
  ),
  wrong('stamp-usage-missing', drop(leaf, extendedOid), { purpose: 'stamp' }),
  wrong(
    'leaf-key-usage-of-another-kind',
    put(leaf, usageOid, () => keyUsage('keyEncipherment')),
    {
      purpose: 'mail',
    },
  ),
  harmless('leaf-without-key-usage', drop(leaf, usageOid), extended),
]

const identifiers: readonly Fault[] = [
  harmless('authority-key-id-of-another', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    one.extensions.set(authorityKeyIdentifier, authorityKeyId(keyOf(draw.key()).keyId))
  }),
  harmless('authority-key-id-missing', drop(belowAnchor, authorityKeyIdentifier)),
  harmless('subject-key-id-missing', (plan, draw) => {
    authorityOf(plan, draw).extensions.delete(subjectKeyIdentifier)
  }),
  wrong('authority-key-id-critical', (plan, draw) => {
    const one = belowAnchor(plan, draw)
    one.extensions.set(authorityKeyIdentifier, authorityKeyId(keyOf(one.signer).keyId, true))
  }),
  wrong('subject-key-id-critical', (plan, draw) => {
    const one = authorityOf(plan, draw)
    one.extensions.set(subjectKeyIdentifier, subjectKeyId(one.key, true))
  }),
  wrong(
    'authority-key-id-with-serial-alone',
    put(belowAnchor, authorityKeyIdentifier, (plan) => {
      const { keyId } = keyOf(anchorOf(plan).key)
      const value = sequence(tlv(0x80, keyId), tlv(0x82, bytes(5)))
      return extension(authorityKeyIdentifier, value)
    }),
    { intermediates: 0 },
  ),
]

const doubled =
  (where: typeof anyOf, type: string): Fault['change'] =>
  (plan, draw) => {
    const { extensions } = where(plan, draw)
    extensions.set('second', sure(extensions.get(type)))
  }

const unknowns: readonly Fault[] = [
  wrong(
    'unknown-critical',
    put(anyOf, 'unknown', (_, { random }) => unknownExtension(random, true)),
  ),
  harmless(
    'unknown-not-critical',
    put(anyOf, 'unknown', (_, draw) => unknownExtension(draw.random)),
  ),
  wrong('known-extension-twice', doubled(anyOf, usageOid)),
  wrong('unknown-extension-twice', (plan, draw) => {
    const { extensions } = anyOf(plan, draw)
    const one = unknownExtension(draw.random)
    extensions.set('unknown', one)
    extensions.set('second', one)
  }),
  wrong(
    'no-extension-in-the-list',
    (plan) => {
      const one = leafOf(plan)
      one.extensions.clear()
      one.fields = { ...one.fields, trailer: tlv(0xa3, sequence()) }
    },
    { purpose: undefined, policy: false },
  ),
]

const names = (id: string, ...list: readonly Uint8Array[]): Fault =>
  wrong(
    id,
    put(leaf, subjectAltName, () => alternativeNames(list)),
  )

const alternatives: readonly Fault[] = [
  names('names-empty'),
  names('name-address-of-five-octets', address(10, 0, 0, 1, 9)),
  names('name-not-ascii', tlv(0x82, new TextEncoder().encode('trạm.example.vn'))),
  names('name-of-no-form', tlv(0x89, bytes(1))),
  names('name-host-of-no-host', dns('not a host!')),
]

const empty = (type: string) => extension(type, sequence())
const unaligned = (type: string, ...octets: number[]) =>
  extension(type, tlv(0x03, bytes(...octets)), true)

const encodings: readonly Fault[] = [
  wrong(
    'authority-key-usage-without-a-bit',
    put(authorityOf, usageOid, () => unaligned(usageOid, 0)),
  ),
  wrong(
    'leaf-key-usage-without-a-bit',
    put(leaf, usageOid, () => unaligned(usageOid, 0)),
    {
      purpose: undefined,
    },
  ),
  wrong(
    'key-usage-with-trailing-zeros',
    put(authorityOf, usageOid, () => unaligned(usageOid, 0, 6)),
  ),
  wrong(
    'extended-key-usage-empty',
    put(leaf, extendedOid, () => empty(extendedOid)),
  ),
  wrong(
    'truth-that-is-not-ff',
    put(authorityOf, constraintsOid, () =>
      extension(constraintsOid, sequence(tlv(0x01, bytes(1))), true),
    ),
  ),
  wrong(
    'default-written-in-constraints',
    put(leaf, constraintsOid, () => extension(constraintsOid, sequence(tlv(0x01, bytes(0))))),
  ),
  wrong('default-written-in-extension', (plan, draw) => {
    const one = unknownExtension(draw.random)
    const type = oid('1.3.6.1.4.1.55555.9.1')
    const value = one.subarray(2 + type.length)
    anyOf(plan, draw).extensions.set('unknown', sequence(type, tlv(0x01, bytes(0)), value))
  }),
  wrong(
    'value-with-a-byte-more',
    put(authorityOf, usageOid, () =>
      extension(usageOid, new Uint8Array([...authorityUsages.subarray(-4), 0]), true),
    ),
  ),
]

const long = (der: Uint8Array): Uint8Array => splice(der, 1, 3, 0x83, 0, ...der.subarray(2, 4))

const whole: readonly Fault[] = [
  wrong('byte-after-the-certificate', (plan, draw) => {
    anyOf(plan, draw).rewrite = (der) => new Uint8Array([...der, 0])
  }),
  wrong(
    'field-after-the-extensions',
    write(anyOf, () => ({ trailer: tlv(0x05) })),
  ),
  wrong('outer-length-not-minimal', (plan, draw) => {
    anyOf(plan, draw).rewrite = long
  }),
  wrong('inner-length-not-minimal', (plan, draw) => {
    const one = anyOf(plan, draw)
    one.fields = { ...one.fields, serial: bytes(0x02, 0x81, 0x01, 0x05) }
  }),
  wrong('indefinite-length', (plan, draw) => {
    anyOf(plan, draw).rewrite = (der) => new Uint8Array([0x30, 0x80, ...der.subarray(4), 0, 0])
  }),
  wrong('signature-of-unaligned-bits', (plan, draw) => {
    anyOf(plan, draw).rewrite = (der) => {
      const tail = der.subarray(4)
      const tbsLength = 4 + (tail[2] ?? 0) * 256 + (tail[3] ?? 0)
      const at = 4 + tbsLength
      const after = at + 2 + (der[at + 1] ?? 0)
      const start = placeOf(der.subarray(after), bytes(0x03)) + after
      const size = der[start + 1] ?? 0
      const unused = start + 2 + (size < 0x80 ? 0 : size & 0x7f)
      const octets = [...der]
      octets[unused] = 3
      octets[octets.length - 1] = (octets[octets.length - 1] ?? 0) & 0xf8
      return new Uint8Array(octets)
    }
  }),
  wrong(
    'larger-than-64-kib',
    put(leaf, 'unknown', () =>
      extension('1.3.6.1.4.1.55555.9.2', tlv(0x04, new Uint8Array(65_400))),
    ),
  ),
  wrong('more-than-64-extensions', (plan) => {
    const { extensions } = leafOf(plan)
    for (let index = 0; index < 65; index += 1) {
      extensions.set(`many/${index}`, extension(`1.3.6.1.4.1.55555.8.${index}`, tlv(0x05)))
    }
  }),
]

export const extensionFaults: readonly Fault[] = [
  ...authorities,
  ...usages,
  ...identifiers,
  ...unknowns,
  ...alternatives,
  ...encodings,
  ...whole,
]
