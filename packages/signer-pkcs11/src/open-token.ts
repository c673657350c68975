import type { Signer } from '@tiemchung/core/crypto'
import { createRequest, type RequestOptions } from './create-request.js'
import { type GeneratedKey, type GenerateKeyOptions, generateKey } from './generate-key.js'
import { type ImportOptions, importCertificate } from './import-certificate.js'
import { listKeys, type TokenKey } from './list-keys.js'
import type { Native } from './native.js'
import {
  checkWritable,
  type Opened,
  openSession,
  type Session,
  type TokenOptions,
} from './session.js'
import { type TokenSignerOptions, tokenSigner } from './token-signer.js'
import type { TokenInfo } from './tokens.js'
import { loadNative } from './world.js'

/**
 * An open token. Operations run one after another; what the token refuses closes it, and whatever follows
 * ends in `signing.token-closed`.
 */
export interface Token extends AsyncDisposable {
  readonly info: TokenInfo
  /** The private keys, each with its certificates. */
  listKeys(): Promise<readonly TokenKey[]>
  /**
   * Makes a key inside the token, sensitive and not extractable. Needs `write`.
   *
   * @throws SigningError `signing.token-label`, `signing.token-read-only`, `signing.key`
   */
  generateKey(options: GenerateKeyOptions): Promise<GeneratedKey>
  /**
   * A certificate request (PKCS#10) in DER, signed in the token.
   *
   * @throws SigningError `signing.token-key`, `signing.key`
   * @throws InputError `x509.ca.subject`, `x509.ca.request`
   */
  createRequest(options: RequestOptions): Promise<Uint8Array>
  /**
   * Writes a certificate beside its key, and the chain above it. Needs `write`.
   *
   * @throws SigningError `signing.key-mismatch`, `signing.token-read-only`
   * @throws ParseError `x509.*`
   */
  importCertificate(options: ImportOptions): Promise<void>
  /**
   * A signer of one key, after a signature that proves that key and certificate belong together.
   *
   * @throws SigningError `signing.token-key`, `signing.token-certificate`, `signing.no-certificate`,
   *   `signing.key-mismatch`
   */
  signer(options?: TokenSignerOptions): Promise<Signer>
  /** Ends the session, after what is under way. */
  close(): Promise<void>
}

function tokenOver(session: Session): Token {
  const writing = <Value>(work: (opened: Opened) => Promise<Value>): Promise<Value> =>
    session.run((opened) => {
      checkWritable(session)
      return work(opened)
    })
  return {
    info: session.info,
    listKeys: () => session.run(listKeys),
    generateKey: (options) => writing((opened) => generateKey(opened, options)),
    createRequest: (options) => session.run((opened) => createRequest(opened, options)),
    importCertificate: (options) => writing((opened) => importCertificate(opened, options)),
    signer: (options = {}) => tokenSigner(session, options),
    close: session.close,
    [Symbol.asyncDispose]: session.close,
  }
}

/** `openToken` over a bridge that is at hand. */
export async function openTokenBy(native: Native, options: TokenOptions): Promise<Token> {
  return tokenOver(await openSession(native, options))
}

/**
 * Opens a token or HSM over its PKCS#11 library, and enters the PIN once: a wrong one is never tried again by
 * us. Nothing of the PIN is kept. Sessions of one process share the login of a token: where another one is open,
 * any PIN opens it, as PKCS#11 has it.
 *
 * @throws SigningError `signing.native-missing`, `signing.library`, `signing.token-absent`,
 *   `signing.token-choice`, `signing.pin`, `signing.pin-last-try`, `signing.pin-locked`, `signing.pin-change`,
 *   `signing.pin-unset`, `signing.rejected` when nobody gave a PIN
 * @example
 * ```ts
 * import { openToken } from '@tiemchung/signer-pkcs11'
 * declare const askPin: () => Promise<string>
 * const library = '/usr/lib/softhsm/libsofthsm2.so'
 * const token = await openToken({ library, label: 'tram-y-te', pin: askPin })
 * try {
 *   const signer = await token.signer()
 *   await signer.sign(new Uint8Array([1, 2, 3]))
 * } finally {
 *   await token.close()
 * }
 * ```
 */
export async function openToken(options: TokenOptions): Promise<Token> {
  return openTokenBy(await loadNative(), options)
}
