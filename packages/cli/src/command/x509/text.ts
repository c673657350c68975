/** Names, keys and identifiers as text. What a certificate says never reaches a terminal unescaped. */
import { toHex } from '@tiemchung/core'
import { keyKindOf } from '@tiemchung/core/crypto'
import {
  type AlgorithmIdentifier,
  attributeOids,
  extendedKeyUsageOids,
  extensionOids,
  type GeneralName,
  type Name,
} from '@tiemchung/x509'

/** Text without characters that a terminal obeys or that turn the direction of reading. */
export function safeText(text: string): string {
  return text.replace(
    /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

const attributeNames: ReadonlyMap<string, string> = new Map([
  [attributeOids.commonName, 'CN'],
  [attributeOids.serialNumber, 'serialNumber'],
  [attributeOids.countryName, 'C'],
  [attributeOids.localityName, 'L'],
  [attributeOids.stateOrProvinceName, 'ST'],
  [attributeOids.organizationName, 'O'],
  [attributeOids.organizationalUnitName, 'OU'],
  [attributeOids.userId, 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
])

/** A distinguished name in the order of the certificate: `C=VN, CN=Test root`; `-` when it is empty. */
export function nameText({ attributes }: Name): string {
  const parts = attributes.map(({ type, text }) => {
    const value = text === undefined ? '?' : safeText(text).replaceAll(',', '\\,')
    return `${attributeNames.get(type) ?? type}=${value}`
  })
  return parts.length === 0 ? '-' : parts.join(', ')
}

/** An address of version 4 in its usual form; all others in hex. Those of constraints have a mask. */
function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.')
  if (bytes.length === 8) return `${bytes.slice(0, 4).join('.')}/${bytes.slice(4).join('.')}`
  return toHex(bytes)
}

export function generalNameText(name: GeneralName): string {
  if (name.type === 'directory') return `directory:${nameText(name.value)}`
  if (name.type === 'ip') return `ip:${addressText(name.value)}`
  return name.type === 'other' ? 'other:?' : `${name.type}:${safeText(name.value)}`
}

/** The kind of a public key: `EC P-256`, `RSA 2048`, `Ed25519`; `?` for one that is not supported. */
export function keyText(spki: Uint8Array): string {
  try {
    const kind = keyKindOf(spki)
    if (kind.type === 'ec') return `EC ${kind.curve}`
    return kind.type === 'rsa' ? `RSA ${kind.modulusBits}` : 'Ed25519'
  } catch {
    return '?'
  }
}

const algorithms: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10045.4.1', 'ECDSA with SHA-1'],
  ['1.2.840.10045.4.3.2', 'ECDSA with SHA-256'],
  ['1.2.840.10045.4.3.3', 'ECDSA with SHA-384'],
  ['1.2.840.10045.4.3.4', 'ECDSA with SHA-512'],
  ['1.2.840.113549.1.1.4', 'RSA with MD5'],
  ['1.2.840.113549.1.1.5', 'RSA with SHA-1'],
  ['1.2.840.113549.1.1.10', 'RSA-PSS'],
  ['1.2.840.113549.1.1.11', 'RSA with SHA-256'],
  ['1.2.840.113549.1.1.12', 'RSA with SHA-384'],
  ['1.2.840.113549.1.1.13', 'RSA with SHA-512'],
  ['1.3.101.112', 'Ed25519'],
  ['1.3.14.3.2.26', 'SHA-1'],
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
])

/** The name of an algorithm, else its object identifier. */
export const algorithmText = ({ oid }: AlgorithmIdentifier): string => algorithms.get(oid) ?? oid

const usages: ReadonlyMap<string, string> = new Map([
  ...Object.entries(extendedKeyUsageOids).map(([name, oid]) => [oid, name] as const),
  ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
  ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
])

/** An extended key usage by name and object identifier. */
export function usageText(oid: string): string {
  const name = usages.get(oid)
  return name === undefined ? oid : `${name} (${oid})`
}

const extensions: ReadonlyMap<string, string> = new Map(
  Object.entries(extensionOids).map(([name, oid]) => [oid, name]),
)

/** The name of an extension; undefined for one that the package does not know. */
export const extensionName = (oid: string): string | undefined => extensions.get(oid)
