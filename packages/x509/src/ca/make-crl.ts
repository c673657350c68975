import { equalBytes, InputError, utf8 } from '@tiemchung/core'
import type { Certificate } from '../certificate/read-certificate.js'
import { extensionOids } from '../certificate/oids.js'
import { type RevocationList, readCrl } from '../crl/read-crl.js'
import { type RevocationReason, type RevokedEntry, revocationReasons } from '../crl/read-entry.js'
import { revokedEntries } from '../crl/scan-entries.js'
import { errorCatalogue } from './errors.js'
import { authorityKeyExtensions, wholeSeconds } from './make-certificate.js'
import { peculiar } from './peculiar.js'
import { isSignedBy, readBack, refuseMade } from './read-back.js'
import { type KeyPair, signingParameters } from './signing-key.js'
import { cryptoOf, keyOf } from './host.js'
import type { CaWorld } from './world.js'

/** When a revocation list is made and until when it may be relied on. */
export interface CrlOptions {
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  /** Must grow from list to list. Default: the seconds of `thisUpdate` since 1970. */
  readonly number?: number
}

/** A DER INTEGER of a number that is not negative. */
function derInteger(value: number): Uint8Array {
  const octets: number[] = []
  for (let left = value; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256)
  if ((octets[0] ?? 0x80) >= 0x80) octets.unshift(0)
  return new Uint8Array([2, octets.length, ...octets])
}

/**
 * A reason code, `unspecified` included: RFC 5280 section 5.3.1 would rather leave that one out, but
 * @peculiar/x509 2.2 then writes an empty list of extensions, which no strict reader takes.
 */
function reasonExtension(reason: RevocationReason): InstanceType<typeof peculiar.Extension> {
  const value = new Uint8Array([0x0a, 1, revocationReasons.indexOf(reason)])
  return new peculiar.Extension(extensionOids.reasonCode, false, value)
}

/** When the key is held to have been lost (RFC 5280 section 5.3.2), in seconds. */
function invalidityExtension(since: Date): InstanceType<typeof peculiar.Extension> {
  const text = wholeSeconds(since)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:T]/g, '')
  const value = new Uint8Array([0x18, text.length, ...utf8(text)])
  return new peculiar.Extension(extensionOids.invalidityDate, false, value)
}

function extensionsOf({ reason, invalidSince }: RevokedEntry) {
  const lost = invalidSince === undefined ? [] : [invalidityExtension(invalidSince)]
  return [reasonExtension(reason), ...lost]
}

/** Whether the list that was made says what it was meant to say, in the same order. */
function saysWhatWasMeant(
  list: RevocationList,
  issuer: Certificate,
  revoked: readonly RevokedEntry[],
): boolean {
  const entries = [...revokedEntries(list)]
  return (
    equalBytes(list.issuer.raw, issuer.subject.raw) &&
    list.nextUpdate !== undefined &&
    list.crlNumber !== undefined &&
    entries.length === revoked.length &&
    entries.every((entry, index) => {
      const meant = revoked[index]
      return (
        entry !== 'unusable' &&
        entry.serialNumber === meant?.serialNumber &&
        entry.reason === meant.reason &&
        entry.invalidSince?.getTime() ===
          (meant.invalidSince && wholeSeconds(meant.invalidSince).getTime())
      )
    })
  )
}

/**
 * Makes a complete revocation list (RFC 5280 section 5) and reads it back.
 *
 * @throws InputError `x509.ca.validity`, `x509.ca.made`
 */
export async function makeCrl(
  issuer: Certificate,
  signer: KeyPair,
  revoked: readonly RevokedEntry[],
  options: CrlOptions,
  world: CaWorld,
): Promise<Uint8Array> {
  const { thisUpdate, nextUpdate } = options
  if (!(thisUpdate.getTime() < nextUpdate.getTime())) {
    throw new InputError(errorCatalogue, 'x509.ca.validity')
  }
  const number = options.number ?? Math.floor(thisUpdate.getTime() / 1000)
  const made = await peculiar.X509CrlGenerator.create(
    {
      issuer: new peculiar.Name(issuer.subject.raw.slice()),
      thisUpdate: wholeSeconds(thisUpdate),
      nextUpdate: wholeSeconds(nextUpdate),
      entries: revoked.map((entry) => ({
        serialNumber: entry.serialNumber,
        revocationDate: entry.revocationDate,
        extensions: extensionsOf(entry),
      })),
      extensions: [
        ...authorityKeyExtensions(issuer),
        new peculiar.Extension(extensionOids.crlNumber, false, derInteger(number).slice()),
      ],
      signingAlgorithm: signingParameters(signer.algorithm),
      signingKey: keyOf(signer.privateKey),
    },
    cryptoOf(world.crypto),
  )
  const der = new Uint8Array(made.rawData)
  const list = readBack(der, (bytes) => readCrl(bytes))
  const meant = readBack(der, () => saysWhatWasMeant(list, issuer, revoked))
  if (!meant || !(await isSignedBy(list, issuer.spki, world))) refuseMade()
  return der
}
