import { type Issue, isSdkError, issue, SigningError, utf8 } from '@tiemchung/core'
import type { MaybePromise, SignatureAlgorithm, Signer } from '@tiemchung/core/crypto'
import { errorCatalogue as signing } from '@tiemchung/signing'
import { askSecret, passwordForms } from '@tiemchung/signing/signer'
import { OctetString } from 'asn1js'
import { type ICryptoEngine, PFX } from 'pkijs'
import { macHolds, macWarnings } from './check-mac.js'
import { choosePair } from './choose-pair.js'
import { errorCatalogue } from './errors.js'
import { type Bags, type Part, readBags, readParts } from './read-bags.js'
import { hostEngine } from './world.js'

/** A PKCS#12 file and what opens it. */
export interface Pkcs12Options {
  /** The bytes of the `.p12` or `.pfx`. */
  readonly file: Uint8Array
  /** Asked for once, when the file can be read and is locked in a way that is read. */
  readonly password: () => MaybePromise<string>
  /** Default: the one of the key's curve; PS256 for RSA. */
  readonly algorithm?: SignatureAlgorithm
  /** SHA-256 of the certificate to sign with, in hex: needed when the file holds several pairs. */
  readonly certificate?: string
  /**
   * What to do with a file whose check has fewer than 2,048 rounds or is missing, or whose key is not locked:
   * `warn` (default) says so in `warnings`, `refuse` ends in `signing.pkcs12.integrity`.
   */
  readonly weak?: 'warn' | 'refuse'
}

/** The signer of a PKCS#12 file. */
export interface Pkcs12Signer extends Signer {
  /** What is weak about the file: `signing.pkcs12.mac-rounds`, `signing.pkcs12.no-mac`, `signing.pkcs12.open-key`. */
  readonly warnings: readonly Issue[]
}

/** Larger than any file with a few keys and chains. */
const largest = 1_048_576
const data = '1.2.840.113549.1.7.1'

function malformed(): SigningError {
  return new SigningError(errorCatalogue, 'signing.pkcs12.malformed')
}

interface ReadFile {
  readonly pfx: PFX
  readonly parts: readonly Part[]
  readonly content: ArrayBuffer
}

function readFile(file: Uint8Array): ReadFile {
  if (file.length > largest) throw malformed()
  // A copy of its own: the buffer behind a Buffer of Node holds other things as well.
  const pfx = PFX.fromBER(new Uint8Array(file).buffer)
  const { contentType } = pfx.authSafe
  const content: unknown = pfx.authSafe.content
  // A file may also be signed instead of locked (RFC 7292 section 3.1); nobody makes such.
  if (contentType !== data || !(content instanceof OctetString)) {
    throw new SigningError(errorCatalogue, 'signing.pkcs12.unsupported')
  }
  const bytes = content.getValue()
  return { pfx, parts: readParts(bytes), content: bytes }
}

/** Tries one form of the password; undefined when it does not open the file. */
async function tryForm(
  { pfx, parts, content }: ReadFile,
  form: string,
  engine: ICryptoEngine,
): Promise<Bags | undefined> {
  const typed = utf8(form)
  const password = typed.slice()
  try {
    const { macData } = pfx
    if (macData === undefined) {
      return await readBags(parts, password.buffer, engine).catch((caught: unknown) => {
        if (isSdkError(caught)) throw caught
        return undefined
      })
    }
    const right = await macHolds(macData, content, password.buffer, engine)
    return right ? await readBags(parts, password.buffer, engine) : undefined
  } finally {
    typed.fill(0)
    password.fill(0)
  }
}

async function unlock(
  read: ReadFile,
  ask: Pkcs12Options['password'],
  engine: ICryptoEngine,
): Promise<Bags> {
  for (const form of passwordForms(await askSecret(ask))) {
    const bags = await tryForm(read, form, engine)
    if (bags !== undefined) return bags
  }
  throw new SigningError(signing, 'signing.password')
}

async function open(options: Pkcs12Options): Promise<Pkcs12Signer> {
  const { file, password, algorithm, certificate, weak = 'warn' } = options
  const engine = hostEngine()
  const read = readFile(file)
  const refuse = (warnings: readonly Issue[]) => {
    if (weak !== 'refuse' || warnings.length === 0) return
    throw new SigningError(errorCatalogue, 'signing.pkcs12.integrity', { issues: warnings })
  }
  const early = macWarnings(read.pfx.macData)
  refuse(early)
  const bags = await unlock(read, password, engine)
  try {
    const open = issue(errorCatalogue, 'signing.pkcs12.open-key', { severity: 'warning' })
    const warnings = bags.openKey ? [...early, open] : early
    refuse(warnings)
    return { ...(await choosePair(bags, algorithm, certificate)), warnings }
  } finally {
    for (const key of bags.keys) key.fill(0)
  }
}

/**
 * The signer of a PKCS#12 file: its key, and the chain that the file holds for it, without the root.
 *
 * The password is tried as it is and, where that is another text, composed and decomposed; what was derived
 * from it is wiped as far as it is ours. Nothing but the signer reaches the key, and a signature proves that it
 * belongs to its certificate. It does not establish that the certificate is valid or yours to use.
 *
 * @throws SigningError `signing.password`, `signing.rejected` when nobody gave one, `signing.pkcs12.legacy`
 *   with the command that converts the file, and the other `signing.pkcs12.*`
 * @example
 * ```ts
 * import { openPkcs12 } from '@tiemchung/signer-pkcs12'
 * declare const file: Uint8Array
 * declare const ask: () => Promise<string>
 * const signer = await openPkcs12({ file, password: ask })
 * signer.chain.length // => 1
 * ```
 */
export async function openPkcs12(options: Pkcs12Options): Promise<Pkcs12Signer> {
  try {
    return await open(options)
  } catch (caught) {
    // What the library says of a file is not kept: it may repeat what it read.
    throw isSdkError(caught) ? caught : malformed()
  }
}
