/** A terminal in memory, an authority and health certificates for the tests of this package. People are invented. */
import {
  issueCertificate,
  newCertificateId,
  vaccinationPayload,
} from '@tiemchung/certificates/issue'
import { revocationEntryFor } from '@tiemchung/certificates/revocation'
import { errorCatalogue as clinicErrors, type Store } from '@tiemchung/clinic'
import {
  fromUtf8,
  ParseError,
  parseCivilDate,
  parsePartialDate,
  toBase64,
  utf8,
} from '@tiemchung/core'
import { softwareSigner } from '@tiemchung/signing'
import {
  type CertificateAuthority,
  createAuthority,
  exportPrivateKey,
  generateSigningKey,
} from '@tiemchung/x509/ca'
import type { Io, SecretSource } from './io.js'

/** The instant at which every command of a test runs. */
export const now = new Date('2022-06-01T02:00:00Z')

/** Somebody who exists nowhere, and how each part of them could come out. */
export const person = {
  familyName: 'Đặng',
  givenName: 'Thị Mẫuthử',
  birthDate: '2014-09-02',
} as const
export const traces = [/đặng/i, /mẫuthử/i, /dang</i, /mauthu/i, /2014-09-02/]

/** Files by path, and what a command wrote to them, to the output and to the talk. */
export interface FakeIo extends Io {
  readonly files: Map<string, Uint8Array>
  readonly output: string[]
  readonly talk: string[]
  /** Programs that were run, with their arguments. */
  readonly programs: string[]
  /** What was asked for, and what it is answered with. */
  readonly asked: SecretSource[]
  readonly secrets: string[]
  /** Stores of days by folder; one that is open is another process's. */
  readonly stores: Map<string, Store>
}

/** Pieces so small that lines, letters and line ends are cut. */
const piece = 7

async function* piecesOf(bytes: Uint8Array | undefined): AsyncGenerator<Uint8Array> {
  if (bytes === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
  for (let at = 0; at < bytes.length; at += piece) {
    yield await Promise.resolve(bytes.slice(at, at + piece))
  }
}

/** What stands directly in a folder of files by path. */
function entriesOf(paths: readonly string[], folder: string) {
  const below = folder === '.' ? '' : `${folder.replace(/\/$/, '')}/`
  const inside = paths
    .filter((path) => path.startsWith(below))
    .map((path) => path.slice(below.length))
  if (inside.length === 0) throw new Error('ENOENT')
  return [...new Set(inside.map((path) => path.split('/')[0] ?? ''))].map((name) => ({
    name,
    isFolder: !paths.includes(below + name),
  }))
}

/** Files of lines in memory; one that is open is another process's. */
function lineFiles(held: Map<string, Uint8Array>): Io['openLines'] {
  const open = new Set<string>()
  return (path) => {
    if (open.has(path)) return Promise.resolve(undefined)
    open.add(path)
    const text = fromUtf8(held.get(path) ?? new Uint8Array())
    held.set(path, utf8(text))
    const append = (line: string) => {
      held.set(path, utf8(`${fromUtf8(held.get(path) ?? new Uint8Array())}${line}\n`))
      return Promise.resolve()
    }
    const close = () => {
      open.delete(path)
      return Promise.resolve()
    }
    return Promise.resolve({ lines: text.split('\n').filter(Boolean), append, close })
  }
}

/** Stores in memory; one that is held is another process's. */
function storesIn(stores: ReadonlyMap<string, Store>): Io['openStore'] {
  return async (folder) => {
    const store = stores.get(folder)
    if (store === undefined) throw new Error('ENOENT')
    const letGo = await store.hold('open')
    if (letGo === undefined) throw new ParseError(clinicErrors, 'clinic.store.in-use')
    return { ...store, close: letGo }
  }
}

export function fakeIo(files: Readonly<Record<string, Uint8Array | string>>, stdin = ''): FakeIo {
  const bytes = (content: Uint8Array | string) =>
    typeof content === 'string' ? utf8(content) : content
  const held = new Map(Object.entries(files).map(([path, content]) => [path, bytes(content)]))
  const output: string[] = []
  const talk: string[] = []
  const programs: string[] = []
  const asked: SecretSource[] = []
  const secrets: string[] = []
  const stores = new Map<string, Store>()
  return {
    files: held,
    output,
    talk,
    out: (text) => {
      output.push(text)
    },
    say: (text) => {
      talk.push(text)
    },
    open: (path) => piecesOf(held.get(path)),
    stdin: () => piecesOf(utf8(stdin)),
    writeFile: (path, content) => {
      held.set(path, content)
      return Promise.resolve()
    },
    list: (folder) => Promise.resolve().then(() => entriesOf([...held.keys()], folder)),
    openLines: lineFiles(held),
    stores,
    openStore: storesIn(stores),
    asked,
    secrets,
    secret: (source) => {
      asked.push(source)
      return Promise.resolve(secrets.shift())
    },
    programs,
    runProgram: (name, args) => {
      programs.push([name, ...args].join(' '))
      return Promise.resolve(undefined)
    },
    terminal: { colour: false },
    windows: false,
    stateFolder: 'state',
    makeFolder: () => Promise.resolve(),
    clock: { now: () => now },
    version: '1.2.3',
  }
}

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2025-01-01') }

/** Issues certificates with a key that its authority vouches for. */
export interface Issuing {
  readonly certificate: Uint8Array
  issue(at: Date): Promise<string>
}

async function issuingBelow(country: CertificateAuthority, code: string): Promise<Issuing> {
  const pair = await generateSigningKey('ES256', { extractable: true })
  const { certificate } = await country.issue({
    subject: { commonName: 'TEST DSC', country: code },
    publicKey: pair.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
  })
  const privateKey = { pkcs8: await exportPrivateKey(pair) }
  const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain: [certificate] })
  const issue = async (at: Date) => {
    const payload = vaccinationPayload({
      familyName: person.familyName,
      givenName: person.givenName,
      birthDate: parsePartialDate(person.birthDate),
      codes: { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
      doseNumber: 2,
      courseDoses: 2,
      vaccinationDate: parseCivilDate('2022-05-20'),
      issuerName: 'TEST',
      certificateId: newCertificateId(),
    })
    return (await issueCertificate(payload, { signer, issuedAt: at })).text
  }
  return { certificate, issue }
}

/**
 * A country's authority and one signer below it. With `anchorUntil` the anchor is another certificate of
 * the same authority, which ends before the signer's.
 */
export async function startCountry(
  options: { readonly anchorUntil?: Date; readonly signerOf?: string } = {},
): Promise<{ anchor: Uint8Array; issuing: Issuing }> {
  const { anchorUntil = validity.notAfter, signerOf = 'VN' } = options
  const keys = await generateSigningKey('ES256')
  const until = (notAfter: Date) =>
    createAuthority({
      subject: { commonName: 'TEST CSCA', country: 'VN' },
      keys,
      validity: { ...validity, notAfter },
      pathLength: 0,
    })
  const { certificate: anchor } = await until(anchorUntil)
  return { anchor, issuing: await issuingBelow(await until(validity.notAfter), signerOf) }
}

const dated = { issuedAt: '2022-06-01T00:00:00Z', nextUpdate: '2022-06-08T00:00:00Z' }

/** A trust list with these signing certificates. */
export function trustListOf(certificates: readonly Uint8Array[], country = 'VN'): string {
  return JSON.stringify({
    format: 'trust-list/1',
    version: '1',
    ...dated,
    nextUpdate: '2030-01-01T00:00:00Z',
    items: certificates.map((certificate) => ({
      certificate: toBase64(certificate),
      country,
      usages: ['vaccination'],
    })),
  })
}

/** A revocation list with these health certificates, which a newer one replaces at `nextUpdate`. */
export async function revocationListOf(
  texts: readonly string[],
  nextUpdate = dated.nextUpdate,
): Promise<string> {
  const groups = await Promise.all(texts.map((text) => revocationEntryFor(text)))
  const issuedAt = '2022-05-19T00:00:00Z'
  return JSON.stringify({ format: 'revocation-list/1', version: '1', issuedAt, nextUpdate, groups })
}
