/** The checks of a verification, in the order in which they are made. A report lists every one. */
export const certificateCheckIds = [
  'envelope.prefix',
  'envelope.base45',
  'envelope.inflate',
  'envelope.cbor',
  'envelope.cose',
  'envelope.cwt',
  'cose.critical-header',
  'cose.key-id',
  'signer.trusted',
  'cose.algorithm',
  'cose.signature',
  'signer.chain',
  'signer.validity',
  'signer.usage',
  'signer.country',
  'cwt.issued-at',
  'cwt.not-before',
  'cwt.expiry',
  'cwt.within-signer',
  'payload.schema',
  'payload.codes',
  'payload.check-character',
  'revocation.certificate',
] as const

/** The stable id of a check. */
export type CertificateCheckId = (typeof certificateCheckIds)[number]

/** What no profile can do without: when one of these did not pass, nothing is valid. */
export const indispensableChecks: readonly CertificateCheckId[] = [
  'envelope.prefix',
  'envelope.base45',
  'envelope.inflate',
  'envelope.cbor',
  'envelope.cose',
  'envelope.cwt',
  'cose.critical-header',
  'cose.key-id',
  'signer.trusted',
  'cose.algorithm',
  'cose.signature',
  'cwt.issued-at',
  'cwt.expiry',
  'payload.schema',
]
