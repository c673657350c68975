/** `--timestamp`: a time by which a file was there, so that a later revocation does not reach back. */
import { concatBytes, InputError, isSdkError } from '@tiemchung/core'
import {
  type Anchor,
  type PathQuery,
  readCertificate,
  readTimestampToken,
  type RevocationQuery,
  type TimestampReport,
  verifyTimestamp,
} from '@tiemchung/x509'
import { errorCatalogue } from '../../errors.js'
import { bytesOf } from '../../input.js'
import type { Io } from '../../io.js'
import { dersOf, optionDers } from './read-files.js'

/** The options about a timestamp. */
export interface StampOptions {
  /** A token or a whole response. */
  readonly timestamp?: string
  /** What it was made for. */
  readonly stamped?: string
  /** Whom to believe about times. Absent: the anchors of the path. */
  readonly timestampAnchors: readonly string[]
}

/** A token begins with the identifier of its type, a response does not. */
function isToken(der: Uint8Array): boolean {
  try {
    readTimestampToken(der)
    return true
  } catch (caught) {
    if (isSdkError(caught)) return false
    throw caught
  }
}

/**
 * The report on the timestamp of the options; undefined when they name none. Revocation is not asked of its
 * authority.
 *
 * @throws InputError `cli.use` when the token or what it stamps is missing
 */
export async function stampReport(
  io: Io,
  { timestamp, stamped, timestampAnchors }: StampOptions,
  pathAnchors: readonly Anchor[],
): Promise<TimestampReport | undefined> {
  if (timestamp === undefined || stamped === undefined) {
    if (timestamp === stamped && timestampAnchors.length === 0) return undefined
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--timestamp', '--stamped'] })
  }
  const own = await optionDers(
    io,
    '--timestamp-anchors',
    timestampAnchors,
    'certificate',
    readCertificate,
  )
  const anchors = own.length === 0 ? pathAnchors : own.map((certificate) => ({ certificate }))
  const der = concatBytes(...(await dersOf(io, timestamp, ['--timestamp'], 'timestamp')))
  const message = await bytesOf(io, stamped, ['--stamped'])
  return verifyTimestamp({
    ...(isToken(der) ? { token: der } : { response: der }),
    message,
    anchors,
  })
}

/** What a timestamp proves of the signature in question: that it was there by the stated time at the latest. */
export function provenBy(
  stamp: TimestampReport | undefined,
  revocation: RevocationQuery | undefined,
): Pick<PathQuery, 'revocation'> {
  if (revocation === undefined) return {}
  if (stamp?.verdict !== 'valid') return { revocation }
  const { seconds = 0, millis = 0, micros = 0 } = stamp.accuracy ?? {}
  const latest = stamp.time.getTime() + seconds * 1000 + millis + Math.ceil(micros / 1000)
  return { revocation: { ...revocation, provenAt: new Date(latest) } }
}
