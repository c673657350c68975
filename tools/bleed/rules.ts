/** Which module must never reach which entry: a user pays for an entry, and trusts it, by this table. */

/** An entry is written as on the registry, without scope: `core/crypto`, `certificates/verify`. */
export interface Rule {
  readonly id: string
  /** Entries that the rule is about; a name covers the entries below it too. */
  readonly entries: readonly string[]
  /** Package names, `node:` for all of Node, or a folder of our source such as `certificates/src/trust/`. */
  readonly never: readonly string[]
  readonly because: string
}

/** A module that only some entries may reach. */
export interface Reserved {
  readonly module: string
  readonly from: readonly string[]
  readonly because: string
}

export const rules: readonly Rule[] = [
  {
    id: 'rules-without-network',
    entries: ['eligibility'],
    never: ['ky', 'zod', '@peculiar/x509', 'fflate'],
    because: 'a rule engine needs nothing but its policy',
  },
  {
    id: 'match-offline',
    entries: ['identity/offline', 'identity/card', 'identity/route', 'feedback/rules'],
    never: ['ky', '@peculiar/x509', 'x509/src/'],
    because: 'matching and routing work without a network',
  },
  {
    id: 'remote-without-a-ca',
    entries: ['signer-remote'],
    never: ['zod', '@peculiar/x509', 'reflect-metadata'],
    because: 'signing at a provider needs the wire and a reader of certificates',
  },
  {
    id: 'read-without-trust',
    entries: ['certificates/envelope', 'certificates/verify'],
    never: [
      '@peculiar/x509',
      'reflect-metadata',
      'zod',
      'ky',
      'x509/src/',
      'certificates/src/fetch/',
      'certificates/src/issue/',
      'certificates/src/signed/',
      'certificates/src/trust/',
      'certificates/src/revocation/',
    ],
    because:
      'a verifier takes its chain verifier and its revocation source as arguments, and holds no keys to sign with',
  },
  {
    id: 'envelope-knows-no-trust',
    entries: ['certificates/envelope'],
    never: ['certificates/src/verify/'],
    because: 'trust flows one way',
  },
  {
    id: 'issue-without-trust',
    entries: ['certificates/issue'],
    never: ['certificates/src/verify/', 'certificates/src/trust/', 'x509/src/', 'zod', 'ky'],
    because: 'who issues knows no trust store, and trusts nobody',
  },
  {
    id: 'signed-without-trust',
    entries: ['certificates/signed'],
    never: ['certificates/src/verify/', 'certificates/src/trust/', 'x509/src/', 'zod', 'ky'],
    because: 'a document is opened with a pinned key: no certificate and no list of keys has a say',
  },
  {
    id: 'rules-without-verifying',
    entries: ['certificates/rules'],
    never: [
      'certificates/src/verify/',
      'certificates/src/trust/',
      'certificates/src/issue/',
      'x509/src/',
      'zod',
      'ky',
    ],
    because: 'rules take claims that somebody else verified',
  },
  {
    id: 'ca-without-trust',
    entries: ['x509/ca'],
    never: ['x509/src/path/', 'certificates/src/'],
    because: 'who signs reads back its own signature, and knows no trust store',
  },
  {
    id: 'judge-without-making',
    entries: ['x509'],
    never: ['x509/src/ca/'],
    because: 'judging certificates is our own code; only /ca makes them',
  },
  {
    id: 'schemas-without-files',
    entries: ['schemas'],
    never: ['csv-parse', 'read-excel-file', 'write-excel-file'],
    because: 'readers of spreadsheets are paid for at /tabular',
  },
  {
    id: 'units-without-schemas',
    entries: ['schemas/units'],
    never: ['zod', 'csv-parse', 'read-excel-file', 'write-excel-file'],
    because: 'a form that offers provinces needs a table and nothing else',
  },
]

/** Rules about an entry alone, not about those below it: the roots of packages with subpaths. */
export const rootsOnly: ReadonlySet<string> = new Set(['schemas', 'x509'])

export const reservedModules: readonly Reserved[] = [
  {
    module: 'zxing-wasm',
    from: ['certificates/qr/read', 'tiemchung'],
    because: 'it comes with a decoder of a megabyte, for those who read pictures',
  },
  {
    module: '@peculiar/webcrypto',
    from: ['x509/peculiar'],
    because: 'an optional peer, for hosts without WebCrypto',
  },
  {
    module: '@peculiar/x509',
    from: ['x509/ca', 'sandbox', 'signer-pkcs11', 'tiemchung'],
    because: 'it makes certificates; we judge them ourselves',
  },
  {
    module: 'pkijs',
    from: ['signer-pkcs12', 'tiemchung'],
    because: 'only who opens PKCS#12 files pays for their reader',
  },
  {
    module: 'node-webcrypto-p11',
    from: ['signer-pkcs11', 'tiemchung'],
    because: 'an optional peer with a native part, for those who have a token',
  },
  {
    module: 'certlogic-js',
    from: ['certificates/rules'],
    because: 'only who asks for rules of entry pays for their language',
  },
  {
    module: 'reflect-metadata',
    from: ['x509/ca', 'sandbox', 'signer-pkcs11', 'tiemchung'],
    because: 'it changes a global, and only @peculiar/x509 needs it',
  },
]

/** Entries that may use Node in a browser bundle, besides the packages for Node only. */
export const usesNode: readonly string[] = [
  'clinic/store/file',
  'clinic/store/sqlite',
  'core/durable-file',
  'core/file-lock',
  'identity/journal/file',
  'x509/peculiar',
]
