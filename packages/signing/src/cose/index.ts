export { detachRecordCose } from './detach-record-cose.js'
export { signRecordCose } from './sign-record-cose.js'
export {
  type CoseRecordCheckId,
  type CoseRecordReport,
  coseRecordCheckIds,
  type VerifyRecordCoseOptions,
  verifyRecordCose,
} from './verify-record-cose.js'
