/** How a key is named, and what comes of it. */
import type { Signer } from '@tiemchung/signing'
import type { PasswordOptions } from './password.js'

/** The options that name a key: one of `--key`, `--pkcs12` and `--pkcs11`. */
export interface KeyOptions extends PasswordOptions {
  /** PKCS#8 in PEM. */
  readonly key?: string
  readonly chain: readonly string[]
  /** A `.p12` or `.pfx`. */
  readonly pkcs12?: string
  /** The library of a token. */
  readonly pkcs11?: string
  /** Serial number or label of the token. */
  readonly token?: string
  /** Id in hex or label of the key in the token. */
  readonly tokenKey?: string
  /** SHA-256 of the certificate, where there are several. */
  readonly certificate?: string
}

/** A signer, and how to let go of what holds its key. */
export interface OpenKey {
  readonly signer: Signer
  readonly close: () => Promise<void>
}

/** Where nothing is held open. */
export const nothingToClose = () => Promise.resolve()
