export { typedThroughInputMethod } from '@tiemchung/core'
export { decodeBase45, encodeBase45 } from './base45.js'
export { decodeCbor, encodeCbor } from './cbor.js'
export {
  CborFloat,
  type CborKey,
  type CborMap,
  type CborOptions,
  CborSimple,
  CborTag,
  type CborValue,
} from '@tiemchung/core/cbor'
export {
  type DecodedCertificate,
  decodeCertificate,
  type UnverifiedClaims,
} from './decode-certificate.js'
export { type DecodedCose, decodeCoseSign1 } from './decode-cose.js'
export {
  type CertificateContent,
  type EncodedCertificate,
  encodeCertificate,
  prepareCertificate,
  type UnsignedCertificate,
} from './encode-certificate.js'
export type { CertificateHeader, HeaderPlace, Placed } from './header.js'
export type { JsonObject } from './json.js'
export { defaultLimits, type EnvelopeLimits } from './limits.js'
export type { DecodeOptions } from './open-envelope.js'
export { type EnvelopeTolerance, envelopeTolerances } from './tolerance.js'
