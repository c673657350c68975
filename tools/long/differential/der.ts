/**
 * The writer of certificates octet by octet that the tests of x509 have. No door leads to it, because
 * nobody but a test should write a wrong certificate: this file alone goes around.
 */
export {
  basicConstraints,
  bytes,
  type CrlFields,
  crlNumber,
  crlEntry,
  extendedKeyUsage,
  extension,
  type Fields,
  integer,
  keyUsage,
  listToBeSigned,
  oid,
  sequence,
  timeOf,
  tlv,
  toBeSigned,
} from '../../../packages/x509/src/certificate/forge.fixture.js'
export {
  inhibitAnyPolicy,
  policies,
  policyConstraints,
  policyMappings,
} from '../../../packages/x509/src/path/policy.fixture.js'
