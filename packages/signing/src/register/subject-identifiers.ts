import { attributeOids, readCertificate } from '@tiemchung/x509'

/**
 * What a Vietnamese certificate names its subject by, as `kind:value` in `UID` (0.9.2342.19200300.100.1.1):
 * `MST` tax code, `CCCD` personal number, `CMND` number of the older card, `MNS` budget unit code. Often there are
 * two: that of the unit and that of the person.
 */
export type IdentifierKind = 'MST' | 'CCCD' | 'CMND' | 'MNS'

const kinds: readonly IdentifierKind[] = ['MST', 'CCCD', 'CMND', 'MNS']

/** How the value of each kind is written. The letter of `MNS` is an assumption: no text was at hand. */
const forms: Readonly<Record<IdentifierKind, RegExp>> = {
  MST: /^(\d{10}(-\d{3})?|\d{12})$/,
  CCCD: /^\d{12}$/,
  CMND: /^(\d{9}|\d{12})$/,
  MNS: /^\d{7}$/,
}

/** Whether a text is an identifier as `subjectIdentifiersOf` gives it. */
export function isSubjectIdentifier(text: unknown): text is string {
  if (typeof text !== 'string') return false
  const [kind, value = '', ...more] = text.split(':')
  const known = kinds.find((one) => one === kind)
  return known !== undefined && more.length === 0 && forms[known].test(value)
}

/** The kind in capitals and no blanks around the colon: issuers differ in both. */
function inOneSpelling(text: string): string {
  const [kind = '', ...rest] = text.normalize('NFC').trim().split(':')
  return [kind.trim().toUpperCase(), ...rest.map((part) => part.trim())].join(':')
}

/**
 * What a certificate in DER names its subject by, sorted, each once: `MST:0100109106`, `CCCD:…`.
 *
 * A `UID` that is of no known kind is in the list as it stands, so that a certificate with more to say than a
 * register knows is another signer. It is the certificate's own claim, worth what its chain is worth. It may be
 * a citizen's number: do not log it.
 *
 * @throws ParseError `x509.der.*`, `x509.certificate.*`
 * @example
 * ```ts
 * import { subjectIdentifiersOf } from '@tiemchung/signing'
 * declare const certificate: Uint8Array
 * subjectIdentifiersOf(certificate) // => ['MST:0100109106']
 * ```
 */
export function subjectIdentifiersOf(certificate: Uint8Array): readonly string[] {
  const { subject } = readCertificate(certificate)
  const texts = subject.attributes
    .filter(({ type }) => type === attributeOids.userId)
    .map(({ text }) => (text === undefined ? '?' : inOneSpelling(text)))
  return [...new Set(texts)].sort()
}
