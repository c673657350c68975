/**
 * Every difference from OpenSSL 3.0 that is known, and why ours is right or the two may differ. A row counts
 * only for its changes, its direction and its evidence; whatever no row explains is a failure.
 */

/** Who says what, where that is not what is to be said. */
export type Difference =
  | 'only-we-refuse'
  | 'only-openssl-refuses'
  /** Both, although the change is a fault. */
  | 'both-accept'
  /** Both, although it is none. */
  | 'both-refuse'

/** One reason for a difference. */
export interface Explanation {
  /** Ids of the changes that it explains. */
  readonly faults: readonly string[]
  readonly difference: Difference
  /** A part of one of our reasons; demanded wherever we refuse. */
  readonly ours?: string
  /** Errors that OpenSSL may give; it must give one, and no other. */
  readonly openssl?: readonly string[]
  readonly because: string
  /** The clause or the rule of this project. */
  readonly source: string
}

type Rest = Pick<Explanation, 'because' | 'source'>

const weRefuse = (ours: string, faults: readonly string[], rest: Rest): Explanation => ({
  faults,
  difference: 'only-we-refuse',
  ours,
  ...rest,
})

const opensslRefuses = (
  errors: readonly (number | string)[],
  faults: readonly string[],
  rest: Rest,
): Explanation => ({
  faults,
  difference: 'only-openssl-refuses',
  openssl: errors.map((one) => (typeof one === 'number' ? `error ${one}` : one)),
  ...rest,
})

const bothAccept = (faults: readonly string[], rest: Rest): Explanation => ({
  faults,
  difference: 'both-accept',
  ...rest,
})

const strictDer = {
  because:
    'A certificate has one encoding, so that it has one fingerprint; OpenSSL reads others too.',
  source: 'RFC 5280 4.1: the signed data is DER; X.690 10 and 11',
}

const encodings: readonly Explanation[] = [
  weRefuse('x509.der.trailing', ['byte-after-the-certificate'], strictDer),
  weRefuse(
    'x509.der.length',
    ['outer-length-not-minimal', 'inner-length-not-minimal', 'indefinite-length'],
    strictDer,
  ),
  weRefuse('x509.der.bit-string', ['signature-of-unaligned-bits'], {
    because:
      'Every signature that is read is of whole octets; OpenSSL passes over the unused bits.',
    source: 'X.690 8.6; RFC 3279 2.2.3, RFC 8017 8.2.1',
  }),
  weRefuse('x509.der.default', ['default-written-in-extension'], strictDer),
  weRefuse(
    'x509.certificate.extension',
    [
      'key-usage-with-trailing-zeros',
      'truth-that-is-not-ff',
      'default-written-in-constraints',
      'value-with-a-byte-more',
    ],
    strictDer,
  ),
  weRefuse('x509.certificate.extension', ['name-not-ascii'], {
    because: 'A host name is an IA5String; OpenSSL looks at its octets only where it is compared.',
    source: 'RFC 5280 4.2.1.6: dNSName is an IA5String',
  }),
  weRefuse('x509.certificate.extension', ['extended-key-usage-empty'], {
    because: 'An empty list of usages is no list; OpenSSL reads it unless a purpose is asked for.',
    source: 'RFC 5280 4.2.1.12: SEQUENCE SIZE (1..MAX)',
  }),
  weRefuse('x509.certificate.extension', ['constraints-empty', 'policy-constraints-empty'], {
    because: 'The extension must not be empty; OpenSSL refuses that only at some places of a path.',
    source: 'RFC 5280 4.2.1.10 and 4.2.1.11: MUST NOT be an empty sequence',
  }),
  weRefuse('x509.certificate.extension-duplicate', ['unknown-extension-twice'], {
    because: 'No extension may occur twice; OpenSSL sees to that only for those that it reads.',
    source: 'RFC 5280 4.2: MUST NOT include more than one instance',
  }),
  weRefuse('x509.der.size', ['larger-than-64-kib', 'more-than-64-extensions'], {
    because: 'What is read is bounded, so that a stranger cannot choose what it costs.',
    source: 'house rule: 64 KiB and 64 extensions a certificate',
  }),
  opensslRefuses(['unreadable'], ['unreadable-beside'], {
    because:
      'The command gives up over a file in which it can read nothing; we set such a candidate aside.',
    source: 'RFC 5280 6: how candidates are found is outside of validation',
  }),
]

const fields: readonly Explanation[] = [
  opensslRefuses([10], ['last-second'], {
    because: 'Both ends belong to the validity; OpenSSL takes the last second for expired.',
    source: 'RFC 5280 4.1.2.5: notBefore through notAfter, inclusive',
  }),
  bothAccept(['four-digit-year-before-2050'], {
    because: 'The form of the year binds who issues; whoever reads has to take both.',
    source: 'RFC 5280 4.1.2.5: applications MUST be able to process dates in either',
  }),
  bothAccept(['serial-zero'], {
    because: 'Zero is not positive, but occurs in roots, and whoever reads should put up with it.',
    source: 'RFC 5280 4.1.2.2: SHOULD be prepared to gracefully handle such certificates',
  }),
  weRefuse('x509.certificate.serial', ['serial-negative', 'serial-of-21-octets'], {
    because:
      'Lists and answers name certificates by this number, so it has to be one that they can name.',
    source:
      'house rule over RFC 5280 4.1.2.2: positive, at most 20 octets; stricter than its SHOULD handle',
  }),
  weRefuse('x509.certificate.version', ['version-4'], {
    because: 'There is no such version; OpenSSL does not look.',
    source: 'RFC 5280 4.1: v1(0), v2(1), v3(2)',
  }),
  weRefuse('path.version not-version-3', ['version-1-leaf'], {
    because:
      'Without extensions a leaf cannot say that it is not an authority, nor what it is for.',
    source: 'house rule over RFC 5280 4.1.2.1: only version 3 is believed',
  }),
  opensslRefuses([84, 88], ['subject-empty', 'subject-empty-names-not-critical'], {
    because:
      'What a subject must hold binds who issues; validation compares names and asks no more.',
    source: 'RFC 5280 4.1.2.6 and 4.2.1.6 speak of conforming CAs; 6.1 does not ask',
  }),
]

const names: readonly Explanation[] = [
  opensslRefuses([20], ['issuer-other-case-beyond-ascii', 'issuer-composed-otherwise'], {
    because: 'Case and composition do not count beyond ASCII either; OpenSSL folds A to Z alone.',
    source: 'RFC 5280 7.1: string preparation of RFC 4518, case folding and NFKC',
  }),
  weRefuse('path.anchor no-path-found', ['issuer-in-teletex', 'issuer-in-bmp'], {
    because:
      'What a TeletexString means is uncertain, so that it equals itself alone; OpenSSL takes it for Latin-1.',
    source:
      'RFC 5280 7.1: UTF8String and PrintableString MUST be supported, the others are OPTIONAL',
  }),
]

const algorithms: readonly Explanation[] = [
  weRefuse('path.algorithm algorithm-not-allowed', ['ecdsa-with-null'], {
    because: 'The identifier has no parameters; OpenSSL passes over them.',
    source: 'RFC 5758 3.2: MUST omit the parameters field',
  }),
  weRefuse('path.algorithm algorithm-not-allowed', ['pss-with-a-short-salt'], {
    because: 'The salt is as long as the hash; other lengths are not on the list.',
    source: 'house rule over RFC 4055 3.1: the recommended salt length only',
  }),
  weRefuse(
    'path.algorithm key-not-allowed',
    ['key-on-secp256k1', 'key-on-secp224r1', 'key-on-brainpool', 'key-of-ed448'],
    {
      because: 'The list of curves is short; OpenSSL takes whatever is of 112 bits and more.',
      source: 'house rule: P-256, P-384, P-521, RSA from 2048 bits, Ed25519',
    },
  ),
  weRefuse('path.algorithm key-not-allowed', ['key-for-pss-alone'], {
    because: 'RSA keys are read under the one identifier that serves both paddings.',
    source: 'house rule over RFC 4055 1.2: rsaEncryption only, not id-RSASSA-PSS',
  }),
]

const bindsIssuers = {
  because:
    'The rule binds who issues. Validation does not ask, and nothing that it decides depends on it.',
}

const extensions: readonly Explanation[] = [
  opensslRefuses([89], ['basic-constraints-not-critical'], {
    ...bindsIssuers,
    source:
      'RFC 5280 4.2.1.9: conforming CAs MUST mark it critical; 6.1.4 (k) asks that it is there',
  }),
  opensslRefuses([81, 92], ['authority-without-key-usage'], {
    ...bindsIssuers,
    source: 'RFC 5280 4.2.1.3: conforming CAs; 6.1.4 (n): if a key usage extension is present',
  }),
  opensslRefuses([80, 81], ['leaf-with-a-path-length'], {
    ...bindsIssuers,
    source: 'RFC 5280 4.2.1.9: CAs MUST NOT include; a leaf is not prepared for by 6.1.4 (m)',
  }),
  opensslRefuses([79, 82], ['leaf-with-key-cert-sign'], {
    ...bindsIssuers,
    source:
      'RFC 5280 4.2.1.9; 6.1.5 asks nothing of the key usage of a leaf, and 6.1.4 (k) stops it as an issuer',
  }),
  opensslRefuses([20], ['authority-key-id-of-another'], {
    because: 'The identifier helps to find an issuer and says nothing that its signature does not.',
    source: 'RFC 5280 4.2.1.1: to facilitate path construction; 6.1 does not compare it',
  }),
  opensslRefuses([85, 86], ['authority-key-id-missing', 'subject-key-id-missing'], {
    ...bindsIssuers,
    source: 'RFC 5280 4.2.1.1 and 4.2.1.2: generated by conforming CAs',
  }),
  opensslRefuses([34], ['authority-key-id-critical', 'subject-key-id-critical'], {
    because:
      'We process the identifiers, so they are not unknown; that they be uncritical binds who issues.',
    source: 'RFC 5280 4.2: reject what it does not recognize or cannot process',
  }),
  weRefuse('path.extended-key-usage usage-not-allowed', ['stamp-authority-of-another-usage'], {
    because:
      'An authority that restricts its usages restricts those below it; OpenSSL asks this for mail and TLS only.',
    source: 'house rule over RFC 5280 4.2.1.12, as for the other purposes of OpenSSL itself',
  }),
  bothAccept(['name-address-of-five-octets', 'name-host-of-no-host'], {
    because:
      'Nothing is decided by an alternative name that no authority constrains; under constraints it is refused.',
    source: 'RFC 5280 4.2.1.6; 6.1.3 (b, c)',
  }),
  bothAccept(['constraints-in-a-leaf'], {
    ...bindsIssuers,
    source: 'RFC 5280 4.2.1.10: only in a CA certificate; 6.1.5 does not process it',
  }),
]

const constraints: readonly Explanation[] = [
  weRefuse('path.name-constraints malformed', ['constraint-mask-with-a-hole'], {
    because: 'A mask is ones and then zeros; with any other, nobody knows what was meant.',
    source: 'RFC 5280 4.2.1.10: in the style of RFC 4632 (CIDR)',
  }),
  weRefuse('path.name-constraints malformed', ['constraint-of-a-dotted-host'], {
    because: 'The leading dot is for mail and URI; what it means for hosts is not said anywhere.',
    source: 'RFC 5280 4.2.1.10: DNS name restrictions are expressed as host.example.com',
  }),
  weRefuse(
    'path.name-constraints malformed',
    ['host-of-no-host-under-constraints', 'name-host-of-no-host'],
    {
      because: 'What is no host cannot be said to lie outside of an excluded one.',
      source: 'RFC 5280 4.2.1.6: preferred name syntax',
    },
  ),
  weRefuse('path.name-constraints malformed', ['uri-of-an-address-under-constraints'], {
    because: 'A URI whose host is an address has no name to constrain, and must be refused then.',
    source: 'RFC 5280 4.2.1.10: the application MUST reject the certificate',
  }),
  weRefuse('path.name-constraints name-excluded', ['wildcard-over-an-excluded-host'], {
    because: 'The wildcard covers the excluded host; OpenSSL compares the asterisk as a letter.',
    source: 'RFC 5280 4.2.1.10 with RFC 6125 6.4.3; CVE-2025-61727 was this in Go',
  }),
  weRefuse('path.name-constraints malformed', ['mailbox-of-two-at-signs'], {
    because:
      'Quoted local parts with an at sign are not read, and so cannot be said to be permitted.',
    source: 'house rule over RFC 5280 4.2.1.10',
  }),
  opensslRefuses([47], ['subject-mailbox-beside-a-permitted-one'], {
    because:
      'Mailboxes of the subject count when there is no alternative name of that form; OpenSSL always counts them.',
    source: 'RFC 5280 4.2.1.10: does not include a subject alternative name',
  }),
  opensslRefuses([47], ['common-name-of-a-host-elsewhere'], {
    because: 'A common name is no host name; OpenSSL takes it for one when there is no other.',
    source:
      'RFC 5280 4.2.1.10: constraints apply to names of their form; RFC 9525 uses no common names',
  }),
]

const policies: readonly Explanation[] = [
  weRefuse('path.policy no-acceptable-policy', ['policy-required-by-the-anchor'], {
    because:
      'The constraints in an anchor count from the first certificate on; OpenSSL leaves them out.',
    source: 'RFC 5937 3',
  }),
  weRefuse('path.policy any-policy-mapped', ['any-policy-mapped-without-demand'], {
    because: 'The mapping is wrong whether or not a policy is demanded.',
    source: 'RFC 5280 6.1.4 (a)',
  }),
  weRefuse(
    'path.policy constraint-not-critical',
    ['policy-constraints-not-critical', 'inhibit-any-not-critical'],
    {
      because:
        'Without a demand of the caller, a constraint that software may pass over constrains nobody.',
      source: 'house rule over RFC 5280 4.2.1.11 and 4.2.1.14: MUST be critical',
    },
  ),
  weRefuse(
    'path.critical-extensions unknown-critical-extension',
    ['policy-with-an-unknown-qualifier'],
    {
      because:
        'Critical policies must be understood with their qualifiers; OpenSSL passes over those.',
      source:
        'RFC 5280 4.2.1.4: MUST be able to interpret, including the optional qualifier, or reject',
    },
  ),
]

const lists: readonly Explanation[] = [
  weRefuse('path.revocation revoked', ['removed-from-the-list'], {
    because:
      'The reason takes entries off in delta lists; in a complete one it is out of place and believed in no favour.',
    source: 'RFC 5280 5.3.1: removeFromCRL may appear only in delta CRLs',
  }),
  weRefuse('path.revocation crl-no-next-update', ['list-without-an-end'], {
    because: 'A list that never ends would vouch for ever; OpenSSL takes it for current.',
    source: 'RFC 5280 5.1.2.5: MUST include nextUpdate',
  }),
  weRefuse('path.revocation crl-no-number', ['list-without-a-number'], {
    because: 'Without a number no list can be told to be the newer.',
    source: 'RFC 5280 5.2.3: MUST include in all CRLs; RevocationPolicy.acceptsUnnumbered',
  }),
  weRefuse('crls x509.certificate.extension-duplicate', ['list-in-which-extensions-are-doubled'], {
    because: 'No extension may occur twice; OpenSSL takes the first of them.',
    source: 'RFC 5280 4.2 and 5.2',
  }),
]

const noWayBack = {
  because:
    'OpenSSL settles on one candidate of a name and does not come back when it leads nowhere.',
  source:
    'RFC 4158 2.4: a search that tries the other issuers; RFC 5280 6.1 judges any path that is found',
}

const building: readonly Explanation[] = [
  opensslRefuses([20], ['cross-certificate-before'], noWayBack),
  opensslRefuses([7], ['forged-twin-before'], noWayBack),
  opensslRefuses([26, 79, 82], ['twin-without-authority-before'], noWayBack),
  opensslRefuses([18], ['issuer-by-the-same-name-and-kind-of-key'], {
    because:
      'The leaf has the name of its issuer and was not signed by itself; OpenSSL takes it for self-signed.',
    source: 'RFC 5280 6.1: self-signed is what its own key verifies',
  }),
  weRefuse('path.anchor no-path-found', ['nine-intermediates'], {
    because: 'A path has at most eight intermediates unless the caller allows more.',
    source: 'house rule: Budget.intermediates',
  }),
  weRefuse('path.anchor no-path-found', ['leaf-is-the-anchor'], {
    because: 'An anchor vouches for what it issued, and not for itself as a leaf.',
    source: 'RFC 5280 6.1: the anchor is not a part of the path; house rule: no path, no verdict',
  }),
]

/** The table. */
export const explanations: readonly Explanation[] = [
  ...encodings,
  ...fields,
  ...names,
  ...algorithms,
  ...extensions,
  ...constraints,
  ...policies,
  ...lists,
  ...building,
]
