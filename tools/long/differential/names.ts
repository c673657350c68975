/** Distinguished names: drawn, and spelled otherwise without becoming another name. */
import { utf8 } from '@tiemchung/core'
import { attributeOids } from '@tiemchung/x509'
import type { Random } from '../random.js'
import { oid, sequence, tlv } from './der.js'

/** String types by their tags. */
export const strings = { utf8: 0x0c, printable: 0x13, teletex: 0x14, ia5: 0x16, bmp: 0x1e } as const

/** One attribute of a name. */
export interface Attribute {
  readonly type: string
  readonly text: string
  readonly tag: number
}

/** Relative names, outermost first; one of them may have several attributes. */
export type NamePlan = readonly (readonly Attribute[])[]

const emailAddress = '1.2.840.113549.1.9.1'

const attribute = (type: string, text: string, tag: number = strings.utf8): Attribute => ({
  type,
  text,
  tag,
})

/** The mailbox in a subject that was the custom before alternative names. */
export const mailboxAttribute = (text: string): Attribute =>
  attribute(emailAddress, text, strings.ia5)

function textOctets({ text, tag }: Attribute): Uint8Array {
  if (tag !== strings.bmp) return utf8(text)
  return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
}

function written(one: Attribute): Uint8Array {
  return sequence(oid(one.type), tlv(one.tag, textOctets(one)))
}

/** A name in DER; the members of a SET OF stand in the order of their octets (X.690 11.6). */
export function writeName(name: NamePlan): Uint8Array {
  return sequence(
    ...name.map((members) =>
      tlv(0x31, ...members.map(written).sort((left, right) => Buffer.compare(left, right))),
    ),
  )
}

const organizations = ['TEST Bo Y te', 'TEST So Y te Ha Noi', 'TEST Benh vien', 'TEST Sở Y tế Huế']
const words = ['Trung tam', 'Trạm y tế', 'Issuing CA', 'Phòng tiêm', 'Root', 'Cơ sở', 'Policy CA']

/** The relative names that every drawn subject begins with. */
export const commonPart: NamePlan = [
  [attribute(attributeOids.countryName, 'VN', strings.printable)],
]

/** A subject that no other certificate of the case has, because of its number. */
export function drawName(random: Random, number: number): NamePlan {
  const organization = attribute(attributeOids.organizationName, random.pick(organizations))
  const common = attribute(attributeOids.commonName, `TEST ${random.pick(words)} ${number}`)
  const serial = attribute(attributeOids.serialNumber, `TEST-${number}`, strings.printable)
  const last = random.chance(0.15) ? [common, serial] : [common]
  return random.chance(0.8) ? [...commonPart, [organization], last] : [...commonPart, last]
}

const printable = /^[A-Za-z0-9 '()+,./:=?-]*$/
const toggled = (letter: string) =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()

function respellText(random: Random, text: string): string {
  const cased = text.replace(/[A-Za-z]/g, (letter) =>
    random.chance(0.3) ? toggled(letter) : letter,
  )
  if (random.chance(0.5)) return cased
  const spaced = cased.replace(/ /g, () => ' '.repeat(1 + random.below(3)))
  return random.chance(0.3) ? ` ${spaced} ` : spaced
}

/** Another string type, case or number of blanks: the same name (RFC 5280 section 7.1). */
export function respell(random: Random, name: NamePlan): NamePlan {
  return name.map((members) =>
    members.map((one) => {
      if (one.type === attributeOids.countryName || one.tag === strings.ia5) return one
      const text = respellText(random, one.text)
      const free = printable.test(text) && random.chance(0.5)
      return { ...one, text, tag: free ? strings.printable : strings.utf8 }
    }),
  )
}

/** A name with each attribute of a type replaced. */
export function changed(
  name: NamePlan,
  type: string,
  change: (one: Attribute) => Partial<Attribute>,
): NamePlan {
  return name.map((members) =>
    members.map((one) => (one.type === type ? { ...one, ...change(one) } : one)),
  )
}
