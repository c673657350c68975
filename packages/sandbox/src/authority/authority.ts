import type { CivilDate } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import type { KeyHandle, SubjectName } from '@tiemchung/x509/ca'

/** A facility's signing key and its chain, the facility's own certificate first. A TEST KEY. */
export interface FacilityKey {
  readonly facility: string
  readonly algorithm: 'ES256'
  readonly pkcs8: Uint8Array
  readonly chain: readonly Uint8Array[]
}

/** A health-certificate signer of the ministry, with what its certificate allows. */
export interface DocumentSigner {
  readonly signer: Signer
  readonly keyId: Uint8Array
  readonly certificate: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
}

/** The certificate authorities of the sandbox: made at its first start, the same until it is thrown away. */
export interface Authority {
  /** Roots that facility signatures chain to. */
  readonly facilityAnchors: readonly Uint8Array[]
  /** Country signing authorities that health-certificate signers chain to. */
  readonly countryAnchors: readonly Uint8Array[]
  readonly documentSigners: Readonly<Record<'ES256' | 'PS256', DocumentSigner>>
  readonly facilityKeys: readonly FacilityKey[]
  /** A chain for a key of somebody's own, from the authority that facility keys come from. */
  certify(subject: SubjectName, publicKey: KeyHandle | Uint8Array): Promise<readonly Uint8Array[]>
  /** First and last day on which all of it is valid. */
  readonly validity: { readonly from: CivilDate; readonly to: CivilDate }
}
