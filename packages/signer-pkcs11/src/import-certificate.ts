import { equalBytes, fromHex, SigningError, toHex } from '@tiemchung/core'
import { errorCatalogue as signing } from '@tiemchung/signing'
import { type Certificate, readCertificate } from '@tiemchung/x509'
import { certificatesOf, objectClass, privateKeysOf, spkiOf, x509Type } from './objects.js'
import type { Opened } from './session.js'
import { native } from './world.js'

/** A certificate that came back from its authority. */
export interface ImportOptions {
  /** In DER. */
  readonly certificate: Uint8Array
  /** The certificates between it and the root, in DER, to be kept beside it. */
  readonly chain?: readonly Uint8Array[]
  /** What it is called in the token. Default: as its key. */
  readonly label?: string
}

/** INTEGER in DER of a serial number. */
function serialOf({ serialNumber }: Certificate): Uint8Array {
  const magnitude = fromHex(serialNumber)
  const content = (magnitude[0] ?? 0) >= 0x80 ? [0, ...magnitude] : [...magnitude]
  return Uint8Array.from([2, content.length, ...content])
}

function write(opened: Opened, der: Uint8Array, id: string, label: string): void {
  if (certificatesOf(opened).some((one) => equalBytes(one.der, der))) return
  const read = readCertificate(der)
  opened.session.create({
    class: objectClass.certificate,
    certType: x509Type,
    token: true,
    private: false,
    id: native(fromHex(id)),
    label,
    subject: native(read.subject.raw),
    issuer: native(read.issuer.raw),
    serial: native(serialOf(read)),
    value: native(der),
  })
}

/**
 * Writes a certificate beside the key that it is for, and the chain above it. One that is there already is
 * left as it is. It does not establish that the certificate is good: `verifyPath` does.
 *
 * @throws SigningError `signing.key-mismatch` when no key of the token has the certificate's public half
 * @throws ParseError `x509.*` for what is no certificate
 */
export async function importCertificate(opened: Opened, options: ImportOptions): Promise<void> {
  const { certificate, chain = [] } = options
  const { spki } = readCertificate(certificate)
  const above = chain.map((der) => ({ der, read: readCertificate(der) }))
  for (const { id, label } of privateKeysOf(opened)) {
    const shown = await spkiOf(opened, id)
    if (shown === undefined || !equalBytes(shown, spki)) continue
    write(opened, certificate, id, options.label ?? label)
    for (const { der, read } of above) {
      // Authorities have no key here: they are found by what they are, their subject key identifier.
      const { subjectKeyId = new Uint8Array() } = read.extensions
      write(opened, der, toHex(subjectKeyId), 'issuer')
    }
    return
  }
  throw new SigningError(signing, 'signing.key-mismatch')
}
