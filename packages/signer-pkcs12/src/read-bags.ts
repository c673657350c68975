/** What lies in a PKCS#12 file (RFC 7292 section 4): keys and certificates, locked or not. */
import { SigningError } from '@tiemchung/core'
import { OctetString } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  type ContentInfo,
  EncryptedContentInfo,
  EncryptedData,
  type ICryptoEngine,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
  SafeContents,
} from 'pkijs'
import { errorCatalogue } from './errors.js'
import { checkProtection } from './protection.js'

const data = '1.2.840.113549.1.7.1'
const encryptedData = '1.2.840.113549.1.7.6'
const x509Certificate = '1.2.840.113549.1.9.22.1'

/** What a password opened. The keys are PKCS#8 in DER, and the reader's to wipe. */
export interface Bags {
  readonly keys: Uint8Array[]
  readonly certificates: Uint8Array[]
  /** Whether a key lay in the file unlocked. */
  openKey: boolean
}

/** One part of a file: locked as a whole, or bags that may be locked one by one. */
export type Part = { readonly locked: EncryptedContentInfo } | { readonly bags: readonly SafeBag[] }

function partOf({ contentType, content }: ContentInfo): Part {
  if (contentType === encryptedData) {
    const { encryptedContentInfo } = new EncryptedData({ schema: content })
    checkProtection(encryptedContentInfo.contentEncryptionAlgorithm)
    return { locked: encryptedContentInfo }
  }
  if (contentType !== data || !(content instanceof OctetString)) {
    throw new SigningError(errorCatalogue, 'signing.pkcs12.unsupported')
  }
  const bags = SafeContents.fromBER(content.getValue()).safeBags
  for (const { bagValue } of bags) {
    if (bagValue instanceof PKCS8ShroudedKeyBag) checkProtection(bagValue.encryptionAlgorithm)
  }
  return { bags }
}

/**
 * The parts of a file, with every lock judged that can be seen without the password.
 *
 * @throws SigningError `signing.pkcs12.legacy`, `signing.pkcs12.unsupported`
 */
export function readParts(content: ArrayBuffer): readonly Part[] {
  return AuthenticatedSafe.fromBER(content).safeContents.map(partOf)
}

async function take(
  bag: SafeBag,
  into: Bags,
  unlock: (locked: EncryptedContentInfo) => Promise<Uint8Array>,
): Promise<void> {
  const { bagValue } = bag
  if (bagValue instanceof SafeContents) {
    for (const inner of bagValue.safeBags) await take(inner, into, unlock)
  } else if (bagValue instanceof PKCS8ShroudedKeyBag) {
    checkProtection(bagValue.encryptionAlgorithm)
    const locked = new EncryptedContentInfo({
      contentEncryptionAlgorithm: bagValue.encryptionAlgorithm,
      encryptedContent: bagValue.encryptedData,
    })
    into.keys.push(await unlock(locked))
  } else if (bagValue instanceof PrivateKeyInfo) {
    into.openKey = true
    into.keys.push(new Uint8Array(bagValue.toSchema().toBER(false)))
  } else if (bagValue instanceof CertBag && bagValue.certId === x509Certificate) {
    const { certValue } = bagValue
    if (certValue instanceof OctetString)
      into.certificates.push(new Uint8Array(certValue.getValue()))
  }
}

async function openPart(
  locked: EncryptedContentInfo,
  unlock: (locked: EncryptedContentInfo) => Promise<Uint8Array>,
): Promise<readonly SafeBag[]> {
  return SafeContents.fromBER((await unlock(locked)).slice().buffer).safeBags
}

/** Opens everything with one password; it rejects with whatever the host says of a wrong one. */
export async function readBags(
  parts: readonly Part[],
  password: ArrayBuffer,
  engine: ICryptoEngine,
): Promise<Bags> {
  const into: Bags = { keys: [], certificates: [], openKey: false }
  const unlock = async (locked: EncryptedContentInfo) => {
    const parameters = { password, encryptedContentInfo: locked }
    return new Uint8Array(await engine.decryptEncryptedContentInfo(parameters))
  }
  try {
    for (const part of parts) {
      const bags = 'bags' in part ? part.bags : await openPart(part.locked, unlock)
      for (const bag of bags) await take(bag, into, unlock)
    }
    return into
  } catch (caught) {
    for (const key of into.keys) key.fill(0)
    throw caught
  }
}
