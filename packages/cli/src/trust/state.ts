/** What somebody vouched for on this machine, and the lists that were fetched since. */
import {
  parseSnapshotState,
  type Pin,
  parsePin,
  type SnapshotState,
} from '@tiemchung/certificates/signed'
import {
  concatBytes,
  fromBase64,
  fromUtf8,
  isInstant,
  ParseError,
  toBase64,
  utf8,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Io } from '../io.js'
import { writeTo } from '../output.js'

/** A certificate that is vouched for. */
export interface PinnedCertificate {
  readonly country: string
  readonly sha256: Pin
  readonly der: Uint8Array
}

/** A signed list, as it came. */
export interface KeptList {
  /** Where it is fetched, or `file` for one that is carried here. */
  readonly source: string
  readonly kind: 'trust' | 'revocation'
  readonly bytes: Uint8Array
  readonly etag?: string
  readonly version: string
  readonly issuedAt: string
  readonly nextUpdate: string
  /** When it was last known to be the newest. */
  readonly checkedAt: string
  readonly state: SnapshotState
}

/** All of it. */
export interface TrustState {
  /** Keys of those who sign lists. */
  readonly publishers: readonly { readonly sha256: Pin; readonly der: Uint8Array }[]
  readonly authorities: readonly PinnedCertificate[]
  readonly signers: readonly PinnedCertificate[]
  readonly lists: readonly KeptList[]
}

export const emptyState: TrustState = { publishers: [], authorities: [], signers: [], lists: [] }

const format = 'trust-state/1'

/** The file of the state, in the folder of `--state` or where the system keeps such. */
export const stateFile = (io: Io, folder: string | undefined): string =>
  `${folder ?? io.stateFolder}/trust.json`

type Loose = Readonly<Record<string, unknown>>

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}

function instantOf(value: unknown): string {
  const text = textOf(value)
  if (!isInstant(text)) throw new TypeError('not an instant')
  return text
}

const listOf = (value: unknown) => value as readonly Loose[]
const keyOf = ({ sha256, der }: Loose) => ({
  sha256: parsePin(textOf(sha256)),
  der: fromBase64(textOf(der)),
})
const certificateOf = (item: Loose): PinnedCertificate => ({
  ...keyOf(item),
  country: textOf(item['country']),
})

function keptOf(item: Loose): KeptList {
  const { source, kind, bytes, etag, version, issuedAt, nextUpdate, checkedAt, state } = item
  if (kind !== 'trust' && kind !== 'revocation') throw new TypeError('not a kind')
  return {
    source: textOf(source),
    kind,
    bytes: fromBase64(textOf(bytes)),
    ...(etag === undefined ? {} : { etag: textOf(etag) }),
    version: textOf(version),
    issuedAt: instantOf(issuedAt),
    nextUpdate: instantOf(nextUpdate),
    checkedAt: instantOf(checkedAt),
    state: parseSnapshotState(state),
  }
}

function parseState(bytes: Uint8Array): TrustState {
  try {
    const document = JSON.parse(fromUtf8(bytes)) as Loose
    if (document['format'] !== format) throw new TypeError('not a state')
    return {
      publishers: listOf(document['publishers']).map(keyOf),
      authorities: listOf(document['authorities']).map(certificateOf),
      signers: listOf(document['signers']).map(certificateOf),
      lists: listOf(document['lists']).map(keptOf),
    }
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'cli.state', { cause })
  }
}

/** Undefined where there is no file; one that cannot be read is not taken for none. */
async function bytesIn(io: Io, path: string): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  try {
    for await (const part of io.open(path)) parts.push(part)
  } catch (cause) {
    if ((cause as { readonly code?: unknown }).code === 'ENOENT') return undefined
    throw new ParseError(errorCatalogue, 'cli.state', { cause })
  }
  return concatBytes(...parts)
}

/**
 * What is kept; nothing where there is no file.
 *
 * @throws ParseError `cli.state` for a file that is damaged: it is never passed over, or a roll-back would be
 */
export async function readState(io: Io, folder: string | undefined): Promise<TrustState> {
  const bytes = await bytesIn(io, stateFile(io, folder))
  return bytes === undefined ? emptyState : parseState(bytes)
}

const bytesAsText = (_: string, value: unknown) =>
  value instanceof Uint8Array ? toBase64(value) : value

/**
 * Keeps a state: whole, or the one before stays.
 *
 * @throws InputError `cli.write`
 */
export async function writeState(
  io: Io,
  folder: string | undefined,
  state: TrustState,
): Promise<void> {
  await io.makeFolder(folder ?? io.stateFolder)
  const text = JSON.stringify({ format, ...state }, bytesAsText, 2)
  await writeTo(io, '--state', stateFile(io, folder), utf8(`${text}\n`))
}
