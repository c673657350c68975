/**
 * The house: which packages exist, what each stands on, which doors (entries) it has.
 *
 * One table for everything that must agree with it: manifests, builds, import direction, surface
 * reports, the bleed check and the docs. Change the architecture here, then `npm run manifests`.
 */

/** One package of the workspace. */
export interface Room {
  /** Folder under `packages/`. */
  readonly folder: string
  /** Name on the registry. */
  readonly name: string
  /** One sentence, used as the manifest's description. */
  readonly sentence: string
  /** Folders of the packages that it may import. */
  readonly standsOn: readonly string[]
  /** Imports that only some entries may make: entry → folders. */
  readonly onlyIn?: Readonly<Record<string, readonly string[]>>
  /** Public entries: subpath → source file below `src/`. */
  readonly entries: Readonly<Record<string, string>>
  /** Folders of JSON files that are published as they are: `schema` is `./schema/*.json`. */
  readonly data?: readonly string[]
  /** Files chosen by the platform: `#name` → source file below `src/`, without `.node.ts`/`.web.ts`. */
  readonly platform?: Readonly<Record<string, string>>
  /** Files (below `src/`) that may touch globals such as the clock, fetch or crypto. */
  readonly world?: readonly string[]
  /** Entries with side effects on import. */
  readonly sideEffects?: readonly string[]
  /** Commands that the package installs: name → file below `src/`. */
  readonly bin?: Readonly<Record<string, string>>
  /**
   * Built module by module, because its modules do work on import; unused ones can then be dropped. Names of files
   * and folders below `src/` keep only those apart.
   */
  readonly byModule?: true | readonly string[]
  /** Runs on Node only, so it may import `node:` modules. */
  readonly nodeOnly?: boolean
}

export const rooms: readonly Room[] = [
  {
    folder: 'core',
    name: '@tiemchung/core',
    sentence:
      'The few words every tiemchung package speaks: civil dates, bytes, issues, errors, reports, policy heads, the injected world',
    standsOn: [],
    entries: {
      '.': 'index.ts',
      './crypto': 'crypto/index.ts',
      './cbor': 'cbor/index.ts',
      './file-lock': 'file-lock/index.ts',
      './durable-file': 'durable-file/index.ts',
    },
    platform: { '#crypto': 'crypto/platform' },
    world: [
      'world.ts',
      'crypto/aead.ts',
      'crypto/platform.node.ts',
      'crypto/platform.web.ts',
      'durable-file/index.ts',
      'file-lock/index.ts',
    ],
  },
  {
    folder: 'schemas',
    name: '@tiemchung/schemas',
    sentence:
      'What a person, an identity document, a vaccination record, an amendment, a certificate request and a feedback item look like',
    standsOn: ['core'],
    byModule: true,
    entries: {
      '.': 'index.ts',
      './wire': 'wire/index.ts',
      './tabular': 'tabular/index.ts',
      './products': 'products/index.ts',
      './codes': 'codes/index.ts',
      './fhir': 'fhir/index.ts',
      './json-schema': 'json-schema/index.ts',
      './units': 'units/index.ts',
    },
    data: ['schema'],
    platform: { '#csv': 'tabular/csv/platform' },
  },
  {
    folder: 'x509',
    name: '@tiemchung/x509',
    sentence:
      'Is this certificate chain to be believed, for this purpose, at this instant, and why not',
    standsOn: ['core'],
    entries: {
      '.': 'index.ts',
      './ca': 'ca/index.ts',
      './crl': 'crl/index.ts',
      './peculiar': 'peculiar/index.ts',
    },
    world: ['ca/world.ts', 'peculiar/index.ts'],
    sideEffects: ['./ca'],
  },
  {
    folder: 'http',
    name: '@tiemchung/http',
    sentence:
      'The one way tiemchung clients talk HTTP: timeouts, retries, idempotency keys, problems to typed errors',
    standsOn: ['core'],
    entries: { '.': 'index.ts' },
    world: ['world.ts', 'host.ts'],
  },
  {
    folder: 'eligibility',
    name: '@tiemchung/eligibility',
    sentence:
      'Which vaccine dose is due for whom, from when, why, and when the answer changes, by policies written as cited data',
    standsOn: ['core'],
    byModule: ['policies', 'policy'],
    entries: {
      '.': 'index.ts',
      './policies': 'policies/index.ts',
      './page': 'page/index.ts',
      './fhir': 'fhir/index.ts',
      './json-schema': 'json-schema/index.ts',
      './cohort': 'cohort/index.ts',
      './cohort/workers': 'cohort/workers/index.ts',
      './session': 'session/index.ts',
    },
    data: ['schema'],
  },
  {
    folder: 'certificates',
    name: '@tiemchung/certificates',
    sentence:
      'The health certificate: a record into a signed QR code, a QR code into a report of everything that was checked',
    standsOn: ['core'],
    onlyIn: { './trust': ['x509'] },
    entries: {
      '.': 'index.ts',
      './envelope': 'envelope/index.ts',
      './verify': 'verify/index.ts',
      './workers': 'workers/index.ts',
      './trust': 'trust/index.ts',
      './revocation': 'revocation/index.ts',
      './signed': 'signed/index.ts',
      './issue': 'issue/index.ts',
      './qr': 'qr/index.ts',
      './qr/read': 'qr/read/index.ts',
      './rules': 'rules/index.ts',
    },
    platform: { '#inflate': 'envelope/inflate', '#qr-decoder': 'qr/read/decoder' },
    world: [
      'world.ts',
      'fetch/host.ts',
      'envelope/inflate.node.ts',
      'envelope/inflate.web.ts',
      'qr/read/decoder.node.ts',
      'test-kit.ts',
    ],
  },
  {
    folder: 'signing',
    name: '@tiemchung/signing',
    sentence:
      'A vaccination facility signs its records: signers, record signatures, day seals, the register of who may sign',
    standsOn: ['core', 'schemas', 'x509'],
    entries: { '.': 'index.ts', './cose': 'cose/index.ts', './signer': 'signer/index.ts' },
    platform: { '#pkcs8': 'signer/pkcs8' },
    world: ['world.ts', 'signer/pkcs8.node.ts'],
  },
  {
    folder: 'signer-pkcs12',
    name: '@tiemchung/signer-pkcs12',
    sentence: 'A signer whose key lies in a PKCS#12 file: .p12 or .pfx, opened with its password',
    standsOn: ['core', 'signing', 'x509'],
    entries: { '.': 'index.ts' },
    world: ['world.ts'],
  },
  {
    folder: 'signer-pkcs11',
    name: '@tiemchung/signer-pkcs11',
    sentence:
      'A signer whose key never leaves its token or HSM: keys, requests, certificates and signatures over PKCS#11',
    standsOn: ['core', 'signing', 'x509'],
    entries: { '.': 'index.ts' },
    nodeOnly: true,
    world: ['world.ts'],
  },
  {
    folder: 'signer-remote',
    name: '@tiemchung/signer-remote',
    sentence:
      'Sign with a key that a remote signing provider keeps: CSC 1 and 2, and the flows of Vietnamese providers that confirm on a phone',
    standsOn: ['core', 'x509', 'http', 'signing'],
    entries: { '.': 'index.ts', './json-schema': 'json-schema/index.ts' },
    data: ['schema'],
    world: ['world.ts'],
  },
  {
    folder: 'identity',
    name: '@tiemchung/identity',
    sentence:
      'Is a claimed identity well formed, does it match, does the authority confirm it, and who must fix it if not',
    standsOn: ['core', 'schemas', 'http'],
    entries: {
      '.': 'index.ts',
      './offline': 'offline.ts',
      './card': 'card/index.ts',
      './route': 'route/index.ts',
      './lists': 'lists/index.ts',
      './phone': 'phone/index.ts',
      './journal/file': 'client/journal/file.ts',
    },
    world: ['world.ts', 'client/journal/file.ts'],
  },
  {
    folder: 'feedback',
    name: '@tiemchung/feedback',
    sentence: 'Send, follow, route and resolve feedback on vaccination data',
    standsOn: ['core', 'schemas', 'http'],
    entries: {
      '.': 'index.ts',
      './rules': 'rules/index.ts',
      './report': 'report/index.ts',
      './notice': 'notice/index.ts',
      './webhook': 'webhook/index.ts',
    },
    world: ['world.ts'],
  },
  {
    folder: 'clinic',
    name: '@tiemchung/clinic',
    sentence:
      'One vaccination day: a durable outbox, what is entered, complete, matched, signed and sent, and what is left before midnight',
    standsOn: [
      'core',
      'schemas',
      'x509',
      'http',
      'eligibility',
      'certificates',
      'signing',
      'identity',
      'feedback',
    ],
    entries: {
      '.': 'index.ts',
      './store/memory': 'store/memory.ts',
      './store/file': 'store/file.ts',
      './report': 'report/index.ts',
      './roll-up': 'roll-up/index.ts',
      './store/sqlite': 'store/sqlite.ts',
      './store/indexed-db': 'store/indexed-db.ts',
      './store/encrypted': 'store/encrypted.ts',
      './store/suite': 'store/suite/index.ts',
    },
    world: ['world.ts', 'store/file.ts', 'store/indexed-db/indexed-db-store.ts'],
  },
  {
    folder: 'sandbox',
    name: '@tiemchung/sandbox',
    sentence:
      'A server that speaks the whole tiemchung HTTP API, with a real database, real keys and scripted faults, to develop against',
    // Not identity: its register must never answer by our matcher.
    standsOn: ['core', 'schemas', 'x509', 'signing', 'certificates', 'feedback'],
    entries: { '.': 'index.ts' },
    bin: { 'tiemchung-sandbox': 'main.ts' },
    nodeOnly: true,
    world: ['world.ts', 'main.ts'],
  },
  {
    folder: 'cli',
    name: 'tiemchung',
    sentence:
      'Check, match, sign and verify vaccination records on the command line, with exit codes and JSON',
    standsOn: [
      'core',
      'schemas',
      'x509',
      'http',
      'eligibility',
      'certificates',
      'signing',
      'signer-pkcs12',
      'signer-pkcs11',
      'identity',
      'feedback',
      'clinic',
    ],
    entries: { '.': 'index.ts' },
    bin: { tiemchung: 'main.ts' },
    nodeOnly: true,
    world: [
      'world.ts',
      'main.ts',
      'program.ts',
      'line-file.ts',
      'open-store.ts',
      'secret.ts',
      'version.ts',
    ],
  },
]

/** The private condition under which tests and types read the source instead of a build. */
export const sourceCondition = '@tiemchung/source'

/** The room of a folder. */
export function room(folder: string): Room {
  const found = rooms.find((candidate) => candidate.folder === folder)
  if (found === undefined) throw new Error(`no room called ${folder}`)
  return found
}

/** The name of the built file of an entry, without its ending: `.` → `index`, `./a/b` → `a/b`. */
export function builtName(subpath: string): string {
  return subpath === '.' ? 'index' : subpath.slice(2)
}
