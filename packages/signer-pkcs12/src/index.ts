export type { Issue } from '@tiemchung/core'
export type { SignatureAlgorithm, Signer, SignOptions } from '@tiemchung/core/crypto'
export { errorCatalogue } from './errors.js'
export { openPkcs12, type Pkcs12Options, type Pkcs12Signer } from './open-pkcs12.js'
