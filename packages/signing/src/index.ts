export type { SignatureAlgorithm, Signer } from '@tiemchung/core/crypto'
export { errorCatalogue } from './errors.js'
export {
  checkMinutes,
  drawUpMinutes,
  type MinutesCheckId,
  type MinutesInput,
} from './minutes/minutes.js'
export { type SigningPolicy, signingDeadline, signingPolicy1815 } from './policy/signing-policy.js'
export {
  type SigningOutcome,
  type SignRecordsOptions,
  signRecords,
  type UnsignedRecord,
} from './record/sign-records.js'
export {
  type SignedRecordCheckId,
  type SignedRecordReport,
  type VerifySignedRecordOptions,
  verifySignedRecord,
} from './record/verify-signed-record.js'
export { maySign, type SignerEntry, type SignerRegister } from './register/signer-register.js'
export { merkleProofs, merkleRoot, verifyInclusion } from './seal/merkle.js'
export { type SoftwareSignerOptions, softwareSigner } from './signer/software-signer.js'
