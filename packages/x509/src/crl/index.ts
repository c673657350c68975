export {
  type CrlCheck,
  type CrlCheckId,
  crlCheckIds,
  type CrlReport,
} from './crl-report.js'
export { type CrlQuery, verifyCrl } from './verify-crl.js'
