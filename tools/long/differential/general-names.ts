/** Alternative names and name constraints (RFC 5280 sections 4.2.1.6 and 4.2.1.10), right and wrong ones. */
import { utf8 } from '@tiemchung/core'
import { extensionOids } from '@tiemchung/x509'
import type { Random } from '../random.js'
import { bytes, extension, oid, sequence, tlv } from './der.js'
import { commonPart, type NamePlan, writeName } from './names.js'

/** Forms of names that chains are judged by. */
export const forms = ['dns', 'mail', 'uri', 'address', 'directory'] as const
/** One of them. */
export type Form = (typeof forms)[number]

export const dns = (host: string): Uint8Array => tlv(0x82, utf8(host))
export const mail = (box: string): Uint8Array => tlv(0x81, utf8(box))
export const uri = (address: string): Uint8Array => tlv(0x86, utf8(address))
export const address = (...octets: readonly number[]): Uint8Array => tlv(0x87, bytes(...octets))
export const directory = (name: NamePlan): Uint8Array => tlv(0xa4, writeName(name))
export const registeredId = (dotted: string): Uint8Array => tlv(0x88, oid(dotted).slice(2))
export const otherName = (text: string): Uint8Array =>
  tlv(0xa0, oid('1.3.6.1.4.1.311.20.2.3'), tlv(0xa0, tlv(0x0c, utf8(text))))

/** The extension of alternative names. */
export function alternativeNames(names: readonly Uint8Array[], critical = false): Uint8Array {
  return extension(extensionOids.subjectAltName, sequence(...names), critical)
}

/** The extension of constraints; a side without subtrees is left out. */
export function nameConstraints(
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[],
  critical = true,
): Uint8Array {
  const side = (tag: number, bases: readonly Uint8Array[]) =>
    bases.length === 0 ? bytes() : tlv(tag, ...bases.map((base) => sequence(base)))
  const value = sequence(side(0xa0, permitted), side(0xa1, excluded))
  return extension(extensionOids.nameConstraints, value, critical)
}

const host = (random: Random) =>
  `${random.pick(['tram', 'may', 'Cong', 'a.b'])}${random.below(90)}.mau.example.vn`

/** A name of a form inside what `inner` permits and outside of what `outer` excludes. */
export function drawGeneralName(random: Random, form: Form, subject: NamePlan): Uint8Array {
  if (form === 'dns') return dns(random.chance(0.2) ? `*.${host(random)}` : host(random))
  if (form === 'mail') return mail(`tiem.${random.below(99)}@mau.example.vn`)
  if (form === 'uri') return uri(`https://${host(random)}:8443/so/${random.below(99)}`)
  if (form === 'directory') return directory(subject)
  if (random.chance(0.5)) return address(10, 20, random.below(256), random.below(256))
  return address(0x20, 0x01, 0x0d, 0xb8, 0, 1, ...random.bytes(10))
}

/** Subtrees that hold every name that is drawn, by form. */
const inner: Readonly<Record<Form, readonly (readonly Uint8Array[])[]>> = {
  dns: [[dns('example.vn')], [dns('mau.example.vn'), dns('other.example')], [dns('')]],
  mail: [[mail('mau.example.vn')], [mail('.example.vn'), mail('other.example')]],
  uri: [[uri('.mau.example.vn')], [uri('.example.vn')]],
  address: [
    [
      address(10, 20, 0, 0, 255, 255, 0, 0),
      address(...[0x20, 0x01, 0x0d, 0xb8], ...zeros(12), ...[255, 255, 255, 255], ...zeros(12)),
    ],
  ],
  directory: [[directory(commonPart)], [directory([])]],
}

/** Subtrees that hold none of them. */
const outer: Readonly<Record<Form, readonly Uint8Array[]>> = {
  dns: [dns('bad.example.vn'), dns('example.com')],
  mail: [mail('bad.example.vn'), mail('tiem.100@mau.example.vn')],
  uri: [uri('bad.example.vn'), uri('.example.com')],
  address: [address(10, 21, 0, 0, 255, 255, 0, 0)],
  directory: [directory([[{ type: '2.5.4.6', text: 'ZZ', tag: 0x13 }]])],
}

function zeros(length: number): readonly number[] {
  return Array.from({ length }, () => 0)
}

/** Constraints that every drawn name keeps. */
export function drawConstraints(random: Random): Uint8Array {
  const some = () => forms.filter(() => random.chance(0.4))
  const permitted = some().flatMap((form) => random.pick(inner[form]))
  const excluded = some().map((form) => random.pick(outer[form]))
  const none = permitted.length + excluded.length === 0
  return nameConstraints(none ? random.pick(inner.dns) : permitted, excluded)
}

/** Subtrees and a name of a form: inside of the first, outside of the second. */
export const samples: Readonly<
  Record<
    Form,
    { readonly here: Uint8Array; readonly elsewhere: Uint8Array; readonly name: Uint8Array }
  >
> = {
  dns: {
    here: dns('here.example'),
    elsewhere: dns('elsewhere.example'),
    name: dns('a.here.example'),
  },
  mail: {
    here: mail('here.example'),
    elsewhere: mail('elsewhere.example'),
    name: mail('a@here.example'),
  },
  uri: {
    here: uri('.here.example'),
    elsewhere: uri('.elsewhere.example'),
    name: uri('https://a.here.example/b'),
  },
  address: {
    here: address(192, 0, 2, 0, 255, 255, 255, 0),
    elsewhere: address(198, 51, 100, 0, 255, 255, 255, 0),
    name: address(192, 0, 2, 7),
  },
  directory: {
    here: directory([[{ type: '2.5.4.10', text: 'TEST here', tag: 0x0c }]]),
    elsewhere: directory([[{ type: '2.5.4.10', text: 'TEST elsewhere', tag: 0x0c }]]),
    name: directory([
      [{ type: '2.5.4.10', text: 'TEST Here', tag: 0x13 }],
      [{ type: '2.5.4.3', text: 'TEST name', tag: 0x0c }],
    ]),
  },
}
